# The parts of a cloud that nobody else ships, for docker compose: deploy/build-images builds it beside the services.
# DynamoDB Local stays outside: its licence forbids handing it on, and compose starts Amazon's own image of it.
ARG BASE_IMAGE=eclipse-temurin:25.0.3_9-jre
FROM ${BASE_IMAGE}
WORKDIR /app
COPY deploy/local/target/lib lib
COPY deploy/local/target/mokuroku-local.jar deploy/images/healthy ./
RUN mkdir /state && chown 10001:10001 /state
USER 10001:10001
VOLUME ["/tmp", "/state"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "--enable-native-access=ALL-UNNAMED", \
	"--sun-misc-unsafe-memory-access=allow", "-jar", "mokuroku-local.jar"]

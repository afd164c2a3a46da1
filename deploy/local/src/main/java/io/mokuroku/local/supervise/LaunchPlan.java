package io.mokuroku.local.supervise;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.mokuroku.local.Ports;

/**
 * Decides what a run starts, in which order and with which settings.
 */
final class LaunchPlan {

	static final String DYNAMODB = "dynamodb";

	static final String CLOUD = "cloud";

	private final Installation installation;

	private final Ports ports;

	private final Path state;

	private final Map<String, String> userEnvironment;

	LaunchPlan(Installation installation, Ports ports, Path state, Map<String, String> userEnvironment) {
		this.installation = installation;
		this.ports = ports;
		this.state = state;
		this.userEnvironment = Map.copyOf(userEnvironment);
	}

	/**
	 * The names of all processes, in the order they are started.
	 */
	static List<String> names() {
		List<String> names = new ArrayList<>(List.of(DYNAMODB, CLOUD));
		for (Service service : Service.values()) {
			names.add(service.module());
		}
		return List.copyOf(names);
	}

	/**
	 * All processes of a run, in the order they are started.
	 * @param applications where the unpacked jar of each service is
	 */
	List<Launch> launches(Function<Service, Path> applications) {
		List<Launch> launches = new ArrayList<>();
		launches.add(own(DYNAMODB, this.ports.dynamoDb(), List.of("-Xmx384m"), "/", true));
		launches.add(own(CLOUD, this.ports.aws(), List.of("-Xmx320m"), "/health", false));
		for (Service service : Service.values()) {
			launches.add(service(service, applications.apply(service)));
		}
		return List.copyOf(launches);
	}

	private Launch own(String role, int port, List<String> flags, String healthPath, boolean anyAnswer) {
		List<String> command = new ArrayList<>(
				List.of(this.installation.java().toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
						"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
		command.addAll(flags);
		command.addAll(List.of("-cp", this.installation.classPath(), "io.mokuroku.local.Main", role, "--state",
				this.state.toString(), "--port-base", String.valueOf(this.ports.base())));
		return new Launch(role, port, 0, command, Map.of(), URI.create(Ports.url(port) + healthPath), anyAnswer);
	}

	private Launch service(Service service, Path jar) {
		int port = service.port(this.ports);
		List<String> command = new ArrayList<>(List.of(this.installation.java().toString(), "-XX:+UseSerialGC",
				"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
		command.addAll(service.flags());
		command.addAll(List.of("-jar", jar.toString()));
		Map<String, String> environment = new LinkedHashMap<>(common());
		environment.put("SERVER_PORT", String.valueOf(port));
		return new Launch(service.module(), port, 1, command, environment,
				URI.create(Ports.url(port) + "/actuator/health/readiness"), false);
	}

	private Map<String, String> common() {
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("SPRING_OUTPUT_ANSI_ENABLED", "never");
		environment.putAll(aws());
		environment.put("SPRING_DATA_REDIS_HOST", "127.0.0.1");
		environment.put("SPRING_DATA_REDIS_PORT", String.valueOf(this.ports.redis()));
		environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", this.ports.issuer());
		suggestDemo(environment, "JIKAN", "/jikan/v4");
		suggestDemo(environment, "KITSU", "/kitsu/api/edge");
		suggestDemo(environment, "ANILIST", "/anilist");
		suggestDemo(environment, "ANIMESCHEDULE", "/animeschedule/api/v3");
		suggest(environment, "MOKUROKU_UPSTREAM_ANIMESCHEDULE_TOKEN", "demo");
		suggest(environment, "MOKUROKU_UPSTREAM_HOMEPAGE", Ports.url(this.ports.search()));
		// all titles of a sample are popular, and nobody is there to look at them
		suggest(environment, "MOKUROKU_ENRICHMENT_REVIEW_POPULAR_RANK", "0");
		suggest(environment, "MOKUROKU_ENRICHMENT_REVIEW_SAMPLE_SHARE", "0");
		// a service that stops waits for its last look into each queue
		suggest(environment, "MOKUROKU_QUEUES_POLL_FOR", "5s");
		// one instance of each service: after a crash nobody else may be at work
		suggest(environment, "MOKUROKU_JOBS_LEASE", "5s");
		// the sample is enriched within minutes, and lists should show it
		suggest(environment, "MOKUROKU_LISTS_SCHEDULE_EXPRESSION", "rate(5 minutes)");
		suggest(environment, "MOKUROKU_IMAGES_ALLOW_PRIVATE_HOSTS", "true");
		suggest(environment, "MOKUROKU_SYNC_LOCAL_FILES", "true");
		suggest(environment, "MOKUROKU_WEBHOOKS_LOOPBACK", "true");
		suggest(environment, "MOKUROKU_WORK_AREA", this.state.resolve("work").toString());
		suggest(environment, "MOKUROKU_INDEX_DIR", this.state.resolve("index").toString());
		// who asks is one person with scripts
		for (String kind : List.of("READ", "SEARCH", "AGENTIC", "EXPORT", "WRITE")) {
			suggest(environment, "MOKUROKU_WEB_LIMITS_ANONYMOUS_" + kind, "12000/1m");
		}
		return environment;
	}

	/**
	 * Nothing of a local run may reach an AWS account, whatever the operator's shell is
	 * set up for.
	 */
	private Map<String, String> aws() {
		Map<String, String> environment = new LinkedHashMap<>();
		for (String name : List.of("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE",
				"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_DEFAULT_REGION")) {
			environment.put(name, "");
		}
		environment.put("AWS_EC2_METADATA_DISABLED", "true");
		environment.put("AWS_REGION", "us-east-1");
		environment.put("AWS_ACCESS_KEY_ID", "local");
		environment.put("AWS_SECRET_ACCESS_KEY", "local-only");
		environment.put("AWS_ENDPOINT_URL", Ports.url(this.ports.aws()));
		environment.put("AWS_ENDPOINT_URL_SQS", Ports.url(this.ports.sqs()));
		environment.put("AWS_ENDPOINT_URL_S3", Ports.url(this.ports.s3()));
		environment.put("AWS_ENDPOINT_URL_DYNAMODB", Ports.url(this.ports.dynamoDb()));
		environment.put("AWS_ENDPOINT_URL_SFN", Ports.url(this.ports.aws()));
		environment.put("AWS_ENDPOINT_URL_SCHEDULER", Ports.url(this.ports.aws()));
		return environment;
	}

	/** The demo providers are ours and may be asked as often as wanted; real ones not. */
	private void suggestDemo(Map<String, String> environment, String site, String path) {
		String prefix = "MOKUROKU_UPSTREAM_" + site + "_";
		if (this.userEnvironment.containsKey(prefix + "BASE_URL")) {
			return;
		}
		environment.put(prefix + "BASE_URL", Ports.url(this.ports.upstream()) + path);
		suggest(environment, prefix + "LIMITS_WINDOWS", "1000000/1s");
		suggest(environment, prefix + "LIMITS_PARALLEL", "16");
		suggest(environment, prefix + "LIMITS_SPACING", "0s");
	}

	private void suggest(Map<String, String> environment, String name, String value) {
		if (!this.userEnvironment.containsKey(name)) {
			environment.put(name, value);
		}
	}

}

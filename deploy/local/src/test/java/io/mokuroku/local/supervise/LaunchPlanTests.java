package io.mokuroku.local.supervise;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.mokuroku.local.Ports;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchPlanTests {

	@Test
	void startsTheCloudBeforeTheServices() {
		assertThat(plan(Map.of())).extracting(Launch::name)
			.containsExactly("dynamodb", "cloud", "sync-service", "enrichment-service", "review-service",
					"episode-scheduler", "search-api")
			.isEqualTo(LaunchPlan.names());
		assertThat(plan(Map.of())).extracting(Launch::stage).containsExactly(0, 0, 1, 1, 1, 1, 1);
	}

	@Test
	void keepsServicesOnTheLoopbackAddress() {
		assertThat(service("sync-service", Map.of()).environment()).containsEntry("SERVER_ADDRESS", "127.0.0.1")
			.containsEntry("SERVER_PORT", "8101");
	}

	@Test
	void pointsEveryAwsClientAtThisMachine() {
		assertThat(service("sync-service", Map.of()).environment())
			.containsEntry("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:8111")
			.containsEntry("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:8112")
			.containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8113")
			.containsEntry("AWS_ENDPOINT_URL_SFN", "http://127.0.0.1:8110")
			.containsEntry("AWS_ENDPOINT_URL_SCHEDULER", "http://127.0.0.1:8110")
			.containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:8110");
	}

	@Test
	void asksTheDemoProvidersUnlessToldOtherwise() {
		assertThat(service("episode-scheduler", Map.of()).environment())
			.containsEntry("MOKUROKU_UPSTREAM_ANILIST_BASE_URL", "http://127.0.0.1:8116/anilist")
			.containsEntry("MOKUROKU_UPSTREAM_ANIMESCHEDULE_BASE_URL", "http://127.0.0.1:8116/animeschedule/api/v3")
			.containsEntry("MOKUROKU_UPSTREAM_ANIMESCHEDULE_TOKEN", "demo");
	}

	@Test
	void ignoresTheAwsAccountOfTheOperator() {
		Map<String, String> shell = Map.of("AWS_PROFILE", "production", "AWS_REGION", "eu-west-1", "AWS_SESSION_TOKEN",
				"real");

		assertThat(service("search-api", shell).environment()).containsEntry("AWS_PROFILE", "")
			.containsEntry("AWS_SESSION_TOKEN", "")
			.containsEntry("AWS_REGION", "us-east-1")
			.containsEntry("AWS_ACCESS_KEY_ID", "local");
	}

	@Test
	void leavesSettingsOfTheOperatorAlone() {
		Map<String, String> shell = Map.of("MOKUROKU_UPSTREAM_JIKAN_BASE_URL", "http://127.0.0.1:1/v4");

		assertThat(service("enrichment-service", shell).environment())
			.doesNotContainKey("MOKUROKU_UPSTREAM_JIKAN_BASE_URL")
			.doesNotContainKey("MOKUROKU_UPSTREAM_JIKAN_LIMITS_WINDOWS")
			.containsEntry("MOKUROKU_UPSTREAM_KITSU_LIMITS_SPACING", "0s")
			.containsEntry("MOKUROKU_UPSTREAM_KITSU_LIMITS_WINDOWS", "1000000/1s")
			.containsEntry("MOKUROKU_UPSTREAM_KITSU_BASE_URL", "http://127.0.0.1:8116/kitsu/api/edge")
			.containsEntry("MOKUROKU_WORK_AREA", Path.of("state", "work").toString());
	}

	@Test
	void leavesItToServicesWhetherTelemetryIsSent() {
		assertThat(service("sync-service", Map.of()).environment().keySet())
			.noneMatch((name) -> name.startsWith("MANAGEMENT_"));
	}

	@Test
	void givesSearchTheVectorInstructions() {
		assertThat(service("search-api", Map.of()).command()).contains("jdk.incubator.vector", "-Xmx512m")
			.doesNotContain("-XX:TieredStopAtLevel=1");
		assertThat(service("sync-service", Map.of()).command()).contains("-Xmx256m", "-XX:TieredStopAtLevel=1");
	}

	@Test
	void asksServicesForReadiness() {
		assertThat(service("review-service", Map.of()).health())
			.isEqualTo(URI.create("http://127.0.0.1:8103/actuator/health/readiness"));
	}

	private static Launch service(String name, Map<String, String> shell) {
		return plan(shell).stream().filter((launch) -> launch.name().equals(name)).findFirst().orElseThrow();
	}

	private static List<Launch> plan(Map<String, String> shell) {
		Installation installation = new Installation(Path.of("checkout"), Path.of("java"), "classes");
		return new LaunchPlan(installation, new Ports(8100), Path.of("state"), shell)
			.launches((service) -> Path.of("apps", service.module() + ".jar"));
	}

}

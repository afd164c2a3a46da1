package io.mokuroku.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.mokuroku.local.Ports;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the schema of a compose file does not say: that nothing dangles, and that the
 * containers are what the rest of the house is.
 */
class ComposeTests {

	private static final Path ROOT = Path.of("../..");

	private static final Set<String> NOT_OF_A_LOCAL_RUN = Set.of("MOKUROKU_INDEX_KIND", "MOKUROKU_TELEMETRY_ENDPOINT",
			"MOKUROKU_REVIEW_LOOP", "MOKUROKU_REVIEW_A2I_FLOW_DEFINITION_ARN", "MOKUROKU_REVIEW_A2I_OUTPUT",
			"AWS_ENDPOINT_URL_SAGEMAKER_A2I_RUNTIME");

	/** Folders that the image names. */
	private static final Set<String> NOT_OF_A_CONTAINER = Set.of("MOKUROKU_WORK_AREA", "MOKUROKU_INDEX_DIR");

	private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:-(.*)}");

	private final Map<String, Map<String, Object>> services = services();

	@Test
	void waitsOnlyForWhatThereIs() {
		this.services.forEach((name, service) -> map(service.get("depends_on")).forEach((other, how) -> {
			assertThat(this.services).as(name).containsKey(other);
			if ("service_healthy".equals(map(how).get("condition"))) {
				assertThat(canBeHealthy(other)).as("%s waits for the health of %s", name, other).isTrue();
			}
		}));
	}

	@Test
	void sharesTheNetworkOfOneContainer() {
		this.services.forEach((name, service) -> {
			if (!name.equals("network")) {
				assertThat(service).as(name).containsEntry("network_mode", "service:network");
			}
		});
	}

	@Test
	void usesEveryVolumeItDeclaresAndNoOther() {
		Set<String> used = new TreeSet<>();
		this.services.values()
			.forEach((service) -> list(service.get("volumes")).forEach((volume) -> used.add(volume.split(":", -1)[0])));
		Set<String> files = used.stream()
			.filter((source) -> source.startsWith("./"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(files).isNotEmpty().allSatisfy((file) -> assertThat(ROOT.resolve(file)).isRegularFile());
		used.removeAll(files);
		assertThat(map(compose().get("volumes")).keySet()).containsExactlyInAnyOrderElementsOf(used);
	}

	@Test
	void startsFurtherPartsOnlyForThoseWhoAsk() {
		this.services.forEach((name, service) -> {
			if (name.startsWith("signoz")) {
				assertThat(list(service.get("profiles"))).as(name).containsExactly("observability");
			}
			else if (name.equals("a2i")) {
				assertThat(list(service.get("profiles"))).containsExactly("a2i-fake");
			}
			else {
				map(service.get("depends_on")).keySet()
					.forEach((other) -> assertThat(service(other)).as("%s, which %s needs", other, name)
						.doesNotContainKey("profiles"));
			}
		});
		assertThat(this.services.keySet()).filteredOn((name) -> name.startsWith("signoz")).hasSize(6);
	}

	@Test
	void hasACollectorWhereServicesAreToldThatItIs() throws IOException {
		Map<String, Object> collector = new Yaml()
			.load(Files.readString(ROOT.resolve("deploy/observability/collector.yaml")));
		Map<String, Object> parts = new LinkedHashMap<>();
		for (String kind : List.of("receivers", "processors", "exporters", "connectors")) {
			parts.putAll(map(collector.get(kind)));
		}
		Set<String> used = new TreeSet<>();
		map(map(collector.get("service")).get("pipelines")).values()
			.forEach((pipeline) -> map(pipeline).values().forEach((names) -> used.addAll(list(names))));
		assertThat(used).containsExactlyInAnyOrderElementsOf(parts.keySet());
		assertThat(String.valueOf(parts.get("otlp"))).contains("127.0.0.1:4318");
		assertThat(Files.readString(ROOT.resolve(".env.example"))).contains("OTLP_ENDPOINT=http://127.0.0.1:4318");
	}

	@Test
	void pinsEveryImage() throws IOException {
		String pom = Files.readString(ROOT.resolve("pom.xml"));
		this.services.forEach((name, service) -> {
			String image = String.valueOf(service.get("image"));
			assertThat(image).as(name).matches("[a-z-]+(/[a-z0-9-]+)?:(v?\\d+\\.\\d+\\.\\d+.*|\\$\\{TAG:-local})");
		});
		Map.of("elasticmq", "elasticmq.version", "s3", "s3proxy.version", "dynamodb", "dynamodb-local.version",
				"qdrant", "qdrant.version")
			.forEach((name, property) -> assertThat(String.valueOf(service(name).get("image")))
				.as("the version of %s that the tests use", name)
				.matches(".*:v?" + Pattern.quote(version(pom, property))));
	}

	@Test
	void explainsEverySettingItTakes() throws IOException {
		String example = Files.readString(ROOT.resolve(".env.example"));
		Set<String> explained = found(example, "(?m)^#?([A-Z_]+)=");
		Set<String> taken = found(Files.readString(ROOT.resolve("docker-compose.yml")), "\\$\\{([A-Z_]+):-");
		taken.add("COMPOSE_PROFILES");
		assertThat(explained).isEqualTo(taken);
	}

	@Test
	void startsEachServiceAsALocalRunDoes() {
		Map<String, Launch> launches = launches();
		for (Service service : Service.values()) {
			Map<String, Object> environment = map(service(service.module()).get("environment"));
			Map<String, String> local = Objects.requireNonNull(launches.get(service.module())).environment();
			assertThat(environment).as(service.module())
				.containsEntry("SERVER_PORT", local.get("SERVER_PORT"))
				.containsEntry("AWS_ENDPOINT_URL_SQS", local.get("AWS_ENDPOINT_URL_SQS"));
			assertThat(environment.keySet()).as(service.module())
				.allMatch((name) -> local.containsKey(name) || NOT_OF_A_LOCAL_RUN.contains(name));
		}
	}

	@Test
	void tellsEachServiceWhatALocalRunTells() throws IOException {
		Map<String, String> providers = demoProviders();
		launches().forEach((name, launch) -> {
			Map<String, String> told = new LinkedHashMap<>(providers);
			map(service(name).get("environment")).forEach(
					(setting, value) -> told.put(setting, DEFAULT.matcher(String.valueOf(value)).replaceAll("$1")));
			Map<String, String> expected = new LinkedHashMap<>(launch.environment());
			expected.keySet()
				.removeIf((setting) -> !setting.startsWith("MOKUROKU_") || NOT_OF_A_CONTAINER.contains(setting));
			assertThat(told).as(name).containsAllEntriesOf(expected);
		});
	}

	@Test
	void asksTheSameDemoProviders() throws IOException {
		Map<String, String> local = Objects.requireNonNull(launches().get("enrichment-service")).environment();
		assertThat(local).containsAllEntriesOf(demoProviders());
	}

	private static Map<String, String> demoProviders() throws IOException {
		return Files.readAllLines(ROOT.resolve("deploy/images/demo-providers.env"))
			.stream()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
	}

	private Map<String, Object> service(String name) {
		return Objects.requireNonNull(this.services.get(name), name);
	}

	private boolean canBeHealthy(String name) {
		boolean ours = Arrays.stream(Service.values()).anyMatch((service) -> service.module().equals(name));
		return ours || service(name).containsKey("healthcheck");
	}

	private static Map<String, Launch> launches() {
		Installation installation = new Installation(ROOT, Path.of("java"), "local.jar");
		Map<String, Launch> launches = new LinkedHashMap<>();
		new LaunchPlan(installation, new Ports(Ports.DEFAULT_BASE), Path.of("state"), Map.of())
			.launches((service) -> Path.of(service.module() + ".jar"))
			.forEach((launch) -> launches.put(launch.name(), launch));
		return launches;
	}

	private static String version(String pom, String property) {
		return found(pom, "<" + Pattern.quote(property) + ">([^<]+)<").iterator().next();
	}

	private static Set<String> found(String text, String pattern) {
		return Pattern.compile(pattern)
			.matcher(text)
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Map<String, Object>> services() {
		Map<String, Map<String, Object>> services = new LinkedHashMap<>();
		map(compose().get("services")).forEach((name, service) -> services.put(name, map(service)));
		return services;
	}

	private static Map<String, Object> compose() {
		try {
			return new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> entries) {
			entries.forEach((key, each) -> map.put(String.valueOf(key), each));
		}
		return map;
	}

	private static List<String> list(@Nullable Object value) {
		return (value instanceof Collection<?> values) ? values.stream().map(String::valueOf).toList() : List.of();
	}

}

package io.mokuroku.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of metrics tells of what the code counts, and the files for SigNoz ask for
 * nothing else.
 */
class ObservabilityTests {

	private static final Path ROOT = Path.of("../..");

	private static final Pattern METER = Pattern.compile("(?<!name = )\"(mokuroku\\.[a-z._-]+)\"");

	/** Name, kind and unit, tags. */
	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| `([^|`]+)`(?:, `([^|`]+)`)? \\| ([^|]+) \\|([^|]*)\\|");

	private static final Pattern TAG = Pattern.compile("`([a-z.]+)`");

	private static final Pattern FILTERED = Pattern.compile("([a-z.]+) (?:=|!=|IN|NOT IN) ");

	private final Map<String, Meter> meters = meters();

	@Test
	void thePageNamesEveryMeterOfTheCodeAndNoOther() throws IOException {
		Set<String> coded = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(ROOT)) {
			for (Path source : sources.filter((path) -> path.toString().matches(".*/src/main/java/.*\\.java"))
				.toList()) {
				String text = Files.readString(source);
				if (text.contains("import io.micrometer.core") || text.contains("import io.micrometer.observation")) {
					METER.matcher(text).results().map((found) -> found.group(1)).forEach(coded::add);
				}
			}
		}
		assertThat(coded).hasSizeGreaterThan(30);
		assertThat(this.meters.keySet().stream().filter((name) -> name.startsWith("mokuroku.")))
			.containsExactlyInAnyOrderElementsOf(coded);
	}

	@Test
	void dashboardsAndAlertsAskForMetersThereAre() {
		int asked = 0;
		for (Path file : files("dashboards", "alerts")) {
			for (JsonNode query : queries(file)) {
				for (JsonNode aggregation : query.path("aggregations")) {
					if (aggregation.has("metricName")) {
						asked++;
						checkQuery(file + " " + query.path("name").asString(),
								aggregation.path("metricName").asString(), query);
					}
				}
			}
		}
		assertThat(asked).as("queries read").isGreaterThan(40);
	}

	@Test
	void everyAlertLeadsToASectionOfARunbook() throws IOException {
		Set<String> names = new TreeSet<>();
		for (Path file : files("alerts")) {
			JsonNode alert = json(file);
			assertThat(names.add(alert.path("alert").asString())).as("%s has a name of its own", file).isTrue();
			String runbook = alert.at("/annotations/runbook").asString();
			assertThat(runbook).as(file.toString()).matches("docs/operations/[a-z]+\\.md#[a-z-]+");
			String[] parts = runbook.split("#", -1);
			assertThat(DocumentLinksTests.sections(ROOT.resolve(parts[0]))).as(file.toString()).contains(parts[1]);
		}
		assertThat(names).isNotEmpty();
	}

	@Test
	void dashboardsShowEveryPanelOnce() {
		for (Path file : files("dashboards")) {
			JsonNode dashboard = json(file);
			List<String> shown = dashboard.findValues("$ref")
				.stream()
				.map((reference) -> reference.asString().substring("#/spec/panels/".length()))
				.toList();
			assertThat(shown).as(file.toString())
				.containsExactlyInAnyOrderElementsOf(dashboard.at("/spec/panels").propertyNames());
			assertThat(file.getFileName()).hasToString(dashboard.path("name").asString() + ".json");
		}
	}

	private void checkQuery(String where, String metric, JsonNode query) {
		String name = metric.replaceFirst("\\.(bucket|count|sum)$", "");
		String part = metric.substring(name.length());
		Meter meter = Objects.requireNonNull(this.meters.get(name), where + " asks for " + name);
		assertThat(part).as("%s: what %s is kept as", where, name)
			.matches(meter.kind().startsWith("timer p") ? "\\.(bucket|count|sum)"
					: meter.kind().startsWith("timer") || meter.kind().startsWith("summary") ? "\\.(count|sum)" : "");
		List<String> tags = new ArrayList<>(query.path("groupBy").findValuesAsString("name"));
		found(FILTERED, query.at("/filter/expression").asString("")).forEach(tags::add);
		assertThat(tags).as(where).isSubsetOf(meter.tags());
	}

	private static List<JsonNode> queries(Path file) {
		return json(file).findParents("signal");
	}

	private static Map<String, Meter> meters() {
		Map<String, Meter> meters = new TreeMap<>();
		ROW.matcher(read(ROOT.resolve("docs/operations/metrics.md"))).results().forEach((row) -> {
			Set<String> tags = new TreeSet<>(found(TAG, row.group(4)));
			tags.add("service.name");
			for (int name = 1; name <= 2; name++) {
				if (row.group(name) != null) {
					meters.put(row.group(name), new Meter(row.group(3), tags));
				}
			}
		});
		return meters;
	}

	private static Set<String> found(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<Path> files(String... folders) {
		List<Path> files = new ArrayList<>();
		for (String folder : folders) {
			try (Stream<Path> found = Files.list(ROOT.resolve("deploy/observability").resolve(folder))) {
				files.addAll(found.sorted().toList());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return files;
	}

	private static JsonNode json(Path file) {
		return JsonMapper.shared().readTree(read(file));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A row of the page.
	 *
	 * @param kind what it is, and its unit
	 * @param tags what it can be told apart by
	 */
	private record Meter(String kind, Set<String> tags) {
	}

}

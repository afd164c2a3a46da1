package io.mokuroku.house;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.local.FreePorts;
import io.mokuroku.local.Ports;
import io.mokuroku.local.upstream.SampleRelease;
import io.mokuroku.local.upstream.SampleTitle;
import io.mokuroku.local.upstream.SampleTitles;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.WireFormat;
import io.mokuroku.testing.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The path through all five services, from a dataset release to a search answer, as its
 * user goes it: by the commands, over HTTP, with processes killed on the way.
 */
class WholeHouseIntegrationTests {

	private static final Duration LIMIT = Duration.ofMinutes(4);

	private static final List<String> SCOPES = List.of("catalogue.sync", "catalogue.enrich", "reviews.read",
			"reviews.decide", "schedules.plan");

	private final HttpClient http = HttpClient.newHttpClient();

	private final Ports ports = FreePorts.find();

	private final Collector collector = Collector.start();

	@TempDir
	Path folder;

	@AfterEach
	void down() throws Exception {
		run("down", "--wipe");
		this.collector.close();
	}

	@Test
	void leadsFromAReleaseToAnAnswerThroughEveryService() throws Exception {
		List<SampleTitle> titles = someTitles();
		Path release = this.folder.resolve("release.jsonl");
		new SampleRelease(Ports.url(this.ports.upstream()), Instant.now()).write(titles, release);

		assertThat(run("up", "--dataset", release.toString())).contains("Everything is up.");
		assertThat(run("up")).contains("is up already");

		kill("sync-service");
		kill("search-api");
		String token = lastLine(run("token", SCOPES.toArray(String[]::new)));

		eventually(() -> {
			JsonNode counts = get(token, this.ports.sync(), "/v1/syncs").at("/data/0/attributes/counts");
			assertThat(counts.path("done").asInt()).isEqualTo(titles.size());
			assertThat(counts.path("changes").path("NEW").asInt()).isEqualTo(titles.size());
			assertThat(counts.path("broken").asInt()).isZero();
		});
		eventually(
				() -> assertThat(get(token, this.ports.search(), "/v1/index").at("/data/attributes/withVector").asInt())
					.isEqualTo(titles.size()));

		JsonNode found = search(token, "デスノート");
		assertThat(found.at("/attributes/title").asString()).isEqualTo("Death Note");
		String trace = found.at("/meta/trace").asString();
		assertThat(trace).hasSize(32);
		assertThat(log("sync-service") + log("enrichment-service")).as("who made the document")
			.contains("trace=" + trace);

		eventually(() -> assertThat(servicesByTrace().values()).as("one trace from the release to the answer")
			.anySatisfy(
					(services) -> assertThat(services).contains("sync-service", "enrichment-service", "search-api")));

		JsonNode review = eventually(() -> {
			JsonNode open = get(token, this.ports.review(), "/v1/reviews?state=OPEN").path("data");
			assertThat(open.isEmpty()).isFalse();
			return open.get(0);
		});
		String animeId = review.at("/attributes/animeId").asString();
		assertThat(review.at("/attributes/reasons").toString()).contains("CORE_CONFLICT");
		assertThat(lifecycle(token, animeId)).isEqualTo("DRAFT");

		run("down");
		assertThat(run("up")).contains("Everything is up.");

		JsonNode waiting = eventually(
				() -> get(token, this.ports.review(), "/v1/reviews/" + review.path("id").asString()).path("data"));
		assertThat(waiting.at("/attributes/state").asString()).isEqualTo("OPEN");
		post(token, this.ports.review(), "/v1/reviews/" + waiting.path("id").asString() + "/decision",
				"{\"decision\":\"APPROVE\",\"version\":%d}".formatted(waiting.at("/attributes/version").asInt()));
		eventually(() -> assertThat(lifecycle(token, animeId)).isEqualTo("ACTIVE"));

		JsonNode planned = eventually(() -> {
			JsonNode plan = post(token, this.ports.episodes(), "/v1/plans", "{}").at("/data/attributes");
			assertThat(plan.path("failures").isEmpty()).as(plan.toString()).isTrue();
			JsonNode episodes = plan.path("episodes");
			assertThat(episodes.isEmpty()).as(plan.toString()).isFalse();
			return episodes.get(0);
		});
		AnimeId airing = AnimeId.of(planned.path("animeId").asString());
		fireForTheEpisodeBefore(airing, planned.path("number").asInt());
		eventually(() -> assertThat(log("enrichment-service"))
			.containsPattern("enrichment started anime=" + airing + " mode=EPISODE"));
	}

	/**
	 * Has a schedule fire that differs from the planned one only in time and episode, as
	 * the planned one is hours away.
	 */
	private void fireForTheEpisodeBefore(AnimeId airing, int number) {
		try (SchedulerClient scheduler = SchedulerClient.builder()
			.endpointOverride(URI.create(Ports.url(this.ports.aws())))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-only")))
			.build()) {
			GetScheduleResponse made = scheduler.listSchedulesPaginator((list) -> list.maxResults(100))
				.schedules()
				.stream()
				.map((one) -> scheduler.getSchedule((get) -> get.groupName(one.groupName()).name(one.name())))
				.filter((one) -> one.target().input().contains(airing.toString()))
				.findFirst()
				.orElseThrow();
			EpisodeAired aired = new EpisodeAired(airing, EpisodeNumber.regular(number - 1),
					Instant.now().minusSeconds(60));
			String soon = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(2).truncatedTo(ChronoUnit.SECONDS).toString();
			scheduler.createSchedule((create) -> create.groupName(made.groupName())
				.name(made.name() + "-due")
				.scheduleExpression("at(" + soon + ")")
				.flexibleTimeWindow(made.flexibleTimeWindow())
				.actionAfterCompletion(made.actionAfterCompletion())
				.target(made.target().toBuilder().input(WireFormat.write(aired)).build()));
		}
	}

	/** Who sent spans of each trace. */
	private Map<String, Set<String>> servicesByTrace() {
		return this.collector.spans()
			.stream()
			.collect(Collectors.groupingBy(Collector.Span::traceId,
					Collectors.mapping(Collector.Span::service, Collectors.toSet())));
	}

	/**
	 * A few that people must look at, and enough of those that air for something to air
	 * today. One of these has over a thousand episodes; those that are still older would
	 * only be more of the same.
	 */
	private static List<SampleTitle> someTitles() {
		List<SampleTitle> some = new ArrayList<>();
		for (SampleTitle title : SampleTitles.bundled()) {
			Integer year = title.year();
			if (title.conflict() != null || (title.broadcast() != null && year != null && year >= 2005)) {
				some.add(title);
			}
		}
		return some;
	}

	private JsonNode search(String token, String query) throws Exception {
		JsonNode answer = get(token, this.ports.search(),
				"/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
		assertThat(answer.path("data").isEmpty()).as("hits for %s", query).isFalse();
		return answer.at("/data/0");
	}

	private String lifecycle(String token, String animeId) throws Exception {
		return get(token, this.ports.search(), "/v1/anime/" + animeId).at("/data/attributes/lifecycle").asString();
	}

	private JsonNode get(String token, int port, String path) throws Exception {
		return send(
				HttpRequest.newBuilder(URI.create(Ports.url(port) + path)).header("Authorization", "Bearer " + token));
	}

	private JsonNode post(String token, int port, String path, String body) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(Ports.url(port) + path))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private JsonNode send(HttpRequest.Builder request) throws Exception {
		HttpResponse<String> response = this.http.send(request.timeout(Duration.ofSeconds(60)).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
		return JsonMapper.shared().readTree(response.body());
	}

	private void kill(String name) throws Exception {
		String line = run("status").lines().filter((row) -> row.startsWith(name)).findFirst().orElseThrow();
		long pid = Long.parseLong(line.split("\\s+", -1)[2]);
		ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
		assertThat(process.destroyForcibly()).as("killed %s", name).isTrue();
		process.onExit().get(20, TimeUnit.SECONDS);
	}

	private String log(String name) throws IOException {
		StringBuilder text = new StringBuilder();
		try (var files = Files.list(this.folder.resolve("state/logs"))) {
			for (Path file : files.filter((path) -> path.getFileName().toString().startsWith(name + ".")).toList()) {
				text.append(Files.readString(file));
			}
		}
		return text.toString();
	}

	/** What a command says, on both of its streams. */
	private String run(String command, String... arguments) throws Exception {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-jar", Objects.requireNonNull(System.getProperty("mokuroku.jar")), command));
		line.addAll(Arrays.asList(arguments));
		line.addAll(List.of("--state", this.folder.resolve("state").toString()));
		if (command.equals("up")) {
			line.addAll(List.of("--port-base", String.valueOf(this.ports.base())));
		}
		Path output = Files.createTempFile(this.folder, command, ".txt");
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().put("MOKUROKU_TELEMETRY_ENDPOINT", this.collector.endpoint());
		// who is killed takes the spans with it that it has not sent
		builder.environment().put("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULEDELAY", "100ms");
		Process process = builder.start();
		assertThat(process.waitFor(LIMIT.toSeconds() + 60, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
		return Files.readString(output);
	}

	/** Without what a JVM says of the options that its environment has for it. */
	private static String lastLine(String output) {
		return output.strip().lines().toList().getLast();
	}

	private static void eventually(Check check) {
		eventually(() -> {
			check.run();
			return Optional.empty();
		});
	}

	private static <T> T eventually(Answer<T> answer) {
		List<T> last = new ArrayList<>();
		await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).ignoreExceptions().untilAsserted(() -> {
			T value = answer.get();
			last.clear();
			last.add(value);
		});
		return last.getFirst();
	}

	@FunctionalInterface
	private interface Check {

		void run() throws Exception;

	}

	@FunctionalInterface
	private interface Answer<T> {

		T get() throws Exception;

	}

}

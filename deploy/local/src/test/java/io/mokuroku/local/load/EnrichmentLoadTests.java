package io.mokuroku.local.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mokuroku.local.FreePorts;
import io.mokuroku.local.Ports;
import io.mokuroku.local.running.LocalApis;
import io.mokuroku.local.running.Remains;
import io.mokuroku.local.running.RunningCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The load against a catalogue that answers from memory.
 */
class EnrichmentLoadTests {

	private static final String FIRST = "98bd0be1-a634-53ed-a4af-6d9a7f4fc554";

	private static final String SECOND = "9d8c8ec8-75e9-5630-983e-07b4cd37a972";

	private final Ports ports = FreePorts.find();

	private final List<HttpServer> servers = new ArrayList<>();

	private final Map<String, Integer> asked = new ConcurrentHashMap<>();

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private volatile String secondStatus = "\"status\":\"RUNNING\",\"waitsFor\":\"REVIEWER\"";

	private int commits = 1;

	private volatile String more = "";

	/** Entries and locks in one, as a query and as a scan. */
	private volatile String items = entries(1);

	@TempDir
	Path work;

	@BeforeEach
	void aCatalogue() throws IOException {
		serve(this.ports.dynamoDb(), (path, target) -> this.items);
		serve(this.ports.sqs(), (path, target) -> "{}");
		serve(this.ports.enrichment(), this::enrichment);
		serve(this.ports.aws(),
				(path, target) -> target.endsWith("ListExecutions") ? "{\"executions\":[" + executions() + "]}" : """
						{"events":[
						{"id":1,"previousEventId":0,"timestamp":10.0,"type":"ExecutionStarted"},
						{"id":2,"previousEventId":0,"timestamp":10.0,"type":"TaskStateEntered",
						"stateEnteredEventDetails":{"name":"Commit"}},
						{"id":3,"previousEventId":2,"timestamp":10.0,"type":"TaskScheduled"},
						{"id":4,"previousEventId":3,"timestamp":10.1,"type":"TaskStarted"},
						{"id":5,"previousEventId":4,"timestamp":10.1,"type":"TaskSubmitted"},
						{"id":6,"previousEventId":5,"timestamp":10.4,"type":"TaskSucceeded"}]}""");
	}

	@AfterEach
	void close() {
		this.servers.forEach((server) -> server.stop(0));
	}

	@Test
	void tellsHowExecutionsEndedAndWhatTheirStatesCost() throws Exception {
		Files.createDirectory(this.work.resolve(SECOND + "-7"));
		assertThat(run(Duration.ofSeconds(20))).isTrue();
		assertThat(printed()).contains("started 2 executions", "{COMMITTED=1, WAITS_FOR_REVIEWER=1}", "good");
		assertThat(printed().lines()
			.filter((line) -> line.startsWith("Commit"))
			.findFirst()
			.orElseThrow()
			.strip()
			.split("\\s+"))
			.containsExactly("Commit", "2", "100", "ms", "300", "ms", "300", "ms", "200", "ms", "20", "ms", "80", "ms");
	}

	@Test
	void failsWhenAnExecutionIsStuck() throws Exception {
		this.secondStatus = "\"status\":\"RUNNING\",\"waitsFor\":\"WORKER\"";
		assertThat(run(Duration.ofMillis(300))).isFalse();
		assertThat(printed()).contains("FAULT: " + SECOND + " ended as STUCK", "STUCK=1");
	}

	@Test
	void failsWhenAnEntryHasTwoExecutions() throws Exception {
		this.more = ",{\"name\":\"%s-8\"}".formatted(SECOND);
		assertThat(run(Duration.ofSeconds(20))).isFalse();
		assertThat(printed()).contains("FAULT: " + SECOND + " has 2 executions");
	}

	@Test
	void failsWhenAnEntryWasCommittedTwiceOrSomethingIsLeft() throws Exception {
		Files.createDirectory(this.work.resolve(FIRST + "-7"));
		Files.createDirectory(this.work.resolve(SECOND + "-7"));
		this.commits = 2;
		assertThat(run(Duration.ofSeconds(20))).isFalse();
		assertThat(printed()).contains("FAULT: " + FIRST + " was committed 2 times", "FAULT: folders left: 2");
	}

	@Test
	void tellsWhichTasksDiedWithTheirWorker() {
		StateCosts costs = new StateCosts();
		costs.add(List.of(event(1, 0, 10, "TaskStateEntered", "Commit"), event(2, 1, 10, "TaskScheduled", ""),
				event(3, 2, 10, "TaskSubmitted", ""), event(4, 3, 140, "TaskSucceeded", ""),
				event(5, 0, 10, "TaskStateEntered", "Assemble"), event(6, 5, 10, "TaskScheduled", ""),
				event(7, 6, 40, "TaskSucceeded", "")));
		assertThat(costs.interrupted(List.of(Instant.ofEpochSecond(11)))).isEqualTo(Map.of("Commit", 1L));
		assertThat(costs.interrupted(List.of(Instant.ofEpochSecond(141)))).isEmpty();
	}

	private static JsonNode event(long id, long previous, double at, String type, String state) {
		return JsonMapper.shared()
			.readTree(
					"""
							{"id":%d,"previousEventId":%d,"timestamp":%s,"type":"%s","stateEnteredEventDetails":{"name":"%s"}}"""
						.formatted(id, previous, at, type, state));
	}

	private boolean run(Duration limit) throws Exception {
		Remains remains = new Remains(new LocalApis(this.ports), this.work);
		this.items = entries(1 + this.commits);
		return new EnrichmentLoad(new RunningCatalogue(this.ports, "token"), remains,
				new PrintStream(this.printed, true, StandardCharsets.UTF_8), Duration.ofMillis(5))
			.run(2, limit, new Kills(this.work, 1, InstantSource.system()), 0);
	}

	private static String entries(int version) {
		return """
				{"Items":[{"anime_id":{"S":"%s"},"part":{"S":"entry"},"version":{"N":"%d"}},
				{"anime_id":{"S":"%s"},"part":{"S":"entry"},"version":{"N":"%d"},"lock_owner":{"S":"request"}}]}"""
			.formatted(FIRST, version, SECOND, version);
	}

	private String executions() {
		return this.asked.values().stream().anyMatch((asked) -> asked > 1)
				? "{\"name\":\"%s-7\"},{\"name\":\"%s-7\"}".formatted(FIRST, SECOND) + this.more : "";
	}

	/** Busy when it is asked first. */
	private String enrichment(String path, String method) {
		if (path.startsWith("/actuator")) {
			boolean begun = !this.asked.isEmpty();
			return path.contains("part:work") ? measured(begun, 0.4) : measured(begun, 0.02);
		}
		String id = path.substring(path.lastIndexOf('/') + 1);
		if (method.equals("POST")) {
			return (this.asked.merge(id, 1, Integer::sum) == 1) ? "503"
					: "{\"animeId\":\"%s\",\"execution\":\"%s-7\"}".formatted(id, id);
		}
		return id.equals(FIRST) ? "{\"status\":\"SUCCEEDED\",\"outcome\":\"COMMITTED\"}"
				: "{" + this.secondStatus + "}";
	}

	/** What was measured before counts for nothing. */
	private static String measured(boolean begun, double total) {
		return """
				{"measurements":[{"statistic":"COUNT","value":%d},{"statistic":"TOTAL_TIME","value":%s}]}"""
			.formatted(begun ? 9 : 7, begun ? 7 + total : 7);
	}

	private String printed() {
		return this.printed.toString(StandardCharsets.UTF_8);
	}

	private void serve(int port, Answers answers) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		server.createContext("/", (exchange) -> answer(exchange, answers));
		server.start();
		this.servers.add(server);
	}

	private static void answer(HttpExchange exchange, Answers answers) throws IOException {
		String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
		String body = answers.answer(exchange.getRequestURI().toString(),
				(target != null) ? target : exchange.getRequestMethod());
		boolean busy = body.equals("503");
		byte[] bytes = (busy ? "{}" : body).getBytes(StandardCharsets.UTF_8);
		int status = busy ? 503 : (exchange.getRequestMethod().equals("POST") && target == null) ? 202 : 200;
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private interface Answers {

		String answer(String path, String targetOrMethod);

	}

}

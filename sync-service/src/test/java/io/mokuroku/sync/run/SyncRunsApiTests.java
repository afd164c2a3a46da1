package io.mokuroku.sync.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.mokuroku.sync.ServiceTest;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Syncs as an operator asks for them.
 */
@ServiceTest
class SyncRunsApiTests {

	private final MockMvcTester http;

	@TempDir
	Path folder;

	@Autowired
	SyncRunsApiTests(MockMvcTester http) {
		this.http = http;
	}

	@BeforeAll
	static void startEngines() {
		LocalEngines.start();
	}

	@BeforeEach
	void emptyCatalogue() {
		LocalEngines.start().reset();
	}

	@Test
	void plansInADryRunAndAppliesInAnother() {
		String release = release(0, 7);
		MvcTestResult dry = ended(started("{\"source\":\"%s\",\"dryRun\":true}".formatted(release)));
		assertThat(dry).bodyJson().isLenientlyEqualTo("""
				{"data":{"type":"sync","attributes":{"state":"SUCCEEDED","phase":"ENDED","caller":"operator",
				"dryRun":true,"counts":{"records":7,"planned":7,"done":0,"changes":{"NEW":7}}}}}""");
		MvcTestResult applied = ended(started("{\"source\":\"%s\"}".formatted(release)));
		assertThat(applied).bodyJson().isLenientlyEqualTo("""
				{"data":{"attributes":{"state":"SUCCEEDED","dryRun":false,"counts":{"planned":7,"done":7}}}}""");
		assertThat(get("/v1/syncs")).bodyJson()
			.extractingPath("$.data[*].id")
			.isEqualTo(List.of(idOf(applied), idOf(dry)));
	}

	@Test
	void goesThroughAGateOnlyWithAReason() {
		ended(started("{\"source\":\"%s\"}".formatted(release(0, 60))));
		String half = release(0, 30);
		assertThat(ended(started("{\"source\":\"%s\"}".formatted(half)))).bodyJson().isLenientlyEqualTo("""
				{"data":{"attributes":{"state":"QUARANTINED","counts":{"done":0},
				"note":"the release did not pass the safety gates"}}}""");
		isError(post("{\"source\":\"%s\",\"force\":{}}".formatted(half)), 400, "invalid_field");
		isError(post("{\"source\":\"%s\",\"force\":{\"reason\":\" \"}}".formatted(half)), 400, "invalid_field");
		assertThat(ended(started("{\"source\":\"%s\",\"force\":{\"reason\":\"half was spam\"}}".formatted(half))))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"data":{"attributes":{"state":"SUCCEEDED","forceReason":"half was spam",
					"caller":"operator","counts":{"done":30}}}}""");
	}

	@Test
	void pagesThroughTheChangesOfAKind() {
		ended(started("{\"source\":\"%s\"}".formatted(release(0, 60))));
		String mixed = "/v1/syncs/"
				+ started("{\"source\":\"%s\",\"force\":{\"reason\":\"test\"}}".formatted(release(10, 75)));
		ended(mixed.substring("/v1/syncs/".length()));
		List<String> ids = new ArrayList<>();
		Integer next = 0;
		while (next != null) {
			MvcTestResult page = get(mixed + "/changes?kind=NEW&limit=4&cursor=" + next);
			ids.addAll(JsonPath.read(body(page), "$.data[*].id"));
			assertThat(page).bodyJson().extractingPath("$.data[*].attributes.kind").asArray().containsOnly("NEW");
			next = body(page).contains("\"next\":") ? JsonPath.read(body(page), "$.meta.next") : null;
		}
		assertThat(ids).hasSize(15).doesNotHaveDuplicates();
		assertThat(get(mixed + "/changes?kind=GONE&limit=200")).bodyJson()
			.extractingPath("$.data")
			.asArray()
			.hasSize(10);
		String anime = JsonPath.read(body(get(mixed + "/changes?kind=NEW&limit=1")),
				"$.data[0].attributes.steps[0].animeId");
		assertThat(get(mixed + "/changes?anime=" + anime)).bodyJson().extractingPath("$.data").asArray().hasSize(1);
	}

	@Test
	void refusesPagesThatCannotBe() {
		String changes = "/v1/syncs/" + started("{\"source\":\"%s\",\"dryRun\":true}".formatted(release(0, 3)))
				+ "/changes";
		for (String query : List.of("cursor=-1", "cursor=abc", "limit=0", "limit=201", "limit=x", "kind=nonsense",
				"anime=nonsense")) {
			isError(get(changes + "?" + query), 400, "invalid_parameter");
		}
		isError(get("/v1/syncs/none"), 404, "sync_not_found");
		isError(get("/v1/syncs/none/changes"), 404, "sync_not_found");
	}

	@Test
	void refusesBodiesItDoesNotUnderstand() {
		for (String body : List.of("", "[]", "{", "{\"source\":", "nonsense")) {
			assertThat(post(body)).as(body).hasStatus(HttpStatus.BAD_REQUEST);
			assertThat(codes(post(body))).as(body).hasSize(1);
		}
		isError(post("{}"), 400, "invalid_field");
		isError(post("{\"source\":\"  \"}"), 400, "invalid_field");
		isError(post("{\"source\":\"%s\"}".formatted("x".repeat(2001))), 400, "invalid_field");
		assertThat(post("{\"source\":\"latest\",\"dryrun\":true}")).as("a misspelt field must not start a real sync")
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get("/v1/syncs")).bodyJson().extractingPath("$.data").asArray().isEmpty();
	}

	@Test
	void answersAllWhoStartAtTheSameTimeWithOneSync() throws Exception {
		String body = "{\"source\":\"%s\"}".formatted(release(0, 60));
		holdTheTurn();
		List<Callable<String>> starts = IntStream.range(0, 5)
			.<Callable<String>>mapToObj((i) -> () -> started(body))
			.toList();
		List<String> ids = new ArrayList<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(5)) {
			for (Future<String> id : pool.invokeAll(starts)) {
				ids.add(id.get());
			}
		}
		assertThat(ids).hasSize(5).containsOnly(ids.getFirst());
		assertThat(get("/v1/syncs")).bodyJson().extractingPath("$.data").asArray().hasSize(1);
	}

	@Test
	void stopsASyncThatWaits() {
		holdTheTurn();
		String id = started("{\"source\":\"%s\"}".formatted(release(0, 60)));
		MvcTestResult cancelled = send(HttpMethod.POST, "/v1/syncs/" + id + "/cancel", "");
		assertThat(cancelled).hasStatus(HttpStatus.ACCEPTED)
			.bodyJson()
			.extractingPath("$.data.attributes.state")
			.isEqualTo("ACCEPTED");
		freeTheTurn();
		assertThat(ended(id)).bodyJson().isLenientlyEqualTo("""
				{"data":{"attributes":{"state":"CANCELLED","counts":{"done":0},"note":"stopped on request"}}}""");
		isError(send(HttpMethod.POST, "/v1/syncs/none/cancel", ""), 404, "sync_not_found");
	}

	@Test
	void letsInOnlyWhoMaySync() {
		for (String path : List.of("/v1/syncs", "/v1/syncs/x", "/v1/syncs/x/changes")) {
			isError(this.http.get().uri(path).exchange(), 401, "unauthenticated");
			isError(this.http.get().uri(path).header("Authorization", "Bearer catalogue.read").exchange(), 403,
					"insufficient_scope");
		}
		for (String path : List.of("/v1/syncs", "/v1/syncs/x/cancel")) {
			isError(this.http.post().uri(path).exchange(), 401, "unauthenticated");
			isError(this.http.post()
				.uri(path)
				.header("Authorization", "Bearer catalogue.snapshot+catalogue.restore")
				.exchange(), 403, "insufficient_scope");
		}
	}

	@Test
	void refusesOtherMethodsAndForms() {
		isError(send(HttpMethod.DELETE, "/v1/syncs/x", ""), 405, "method_not_allowed");
		isError(send(HttpMethod.PUT, "/v1/syncs", "{}"), 405, "method_not_allowed");
		isError(this.http.post()
			.uri("/v1/syncs")
			.header("Authorization", "Bearer catalogue.sync")
			.contentType(MediaType.TEXT_PLAIN)
			.content("latest")
			.exchange(), 415, "unsupported_media_type");
	}

	private static void isError(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasStatus(status).hasContentType("application/vnd.api+json");
		assertThat(codes(answer)).containsExactly(code);
	}

	private static List<String> codes(MvcTestResult answer) {
		return JsonPath.read(body(answer), "$.errors[*].code");
	}

	/** Another instance seems to work, so that syncs wait. */
	private void holdTheTurn() {
		LocalEngines.start()
			.dynamo()
			.putItem((put) -> put.tableName("jobs")
				.item(Map.of("job_id", AttributeValue.fromS("sync-turn"), "part", AttributeValue.fromS("turn"),
						"worker", AttributeValue.fromS("another instance"), "held_until",
						AttributeValue.fromN(Long.toString(Long.MAX_VALUE / 2)))));
	}

	private void freeTheTurn() {
		LocalEngines.start()
			.dynamo()
			.updateItem((update) -> update.tableName("jobs")
				.key(Map.of("job_id", AttributeValue.fromS("sync-turn"), "part", AttributeValue.fromS("turn")))
				.updateExpression("REMOVE worker, held_until"));
	}

	private String started(String body) {
		MvcTestResult accepted = post(body);
		assertThat(accepted).hasStatus(HttpStatus.ACCEPTED);
		String id = idOf(accepted);
		assertThat(accepted).headers().hasValue("Location", "/v1/syncs/" + id);
		return id;
	}

	private static String idOf(MvcTestResult answer) {
		return JsonPath.read(body(answer), "$.data.id");
	}

	private MvcTestResult ended(String id) {
		return await().atMost(Duration.ofSeconds(30))
			.until(() -> get("/v1/syncs/" + id), (found) -> body(found).contains("\"phase\":\"ENDED\""));
	}

	private MvcTestResult post(String body) {
		return send(HttpMethod.POST, "/v1/syncs", body);
	}

	private MvcTestResult get(String path) {
		return send(HttpMethod.GET, path, "");
	}

	private MvcTestResult send(HttpMethod method, String path, String body) {
		return this.http.method(method)
			.uri(path)
			.header("Authorization", "Bearer catalogue.sync")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	/** A file of the titles from a number up to another, exclusive. */
	private String release(int from, int to) {
		String records = String.join("\n", IntStream.range(from, to).mapToObj((number) -> """
				{"sources":["https://myanimelist.net/anime/%d"],"title":"Title %d","type":"TV","episodes":12,\
				"status":"FINISHED","animeSeason":{"season":"FALL","year":2006},"synonyms":[],"studios":[],\
				"producers":[],"relatedAnime":[],"tags":[]}""".formatted(number + 1, number)).toList());
		try {
			Path file = Files.createTempFile(this.folder, "release", ".jsonl");
			return Files.writeString(file, "{\"lastUpdate\":\"2026-11-13\"}\n" + records).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

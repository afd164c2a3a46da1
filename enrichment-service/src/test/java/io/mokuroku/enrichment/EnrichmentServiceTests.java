package io.mokuroku.enrichment;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.enrichment.workflow.SfnInMemory;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentTask;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.testing.OpenApiFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service as a whole: real queues, a real database, a state machine that only
 * listens. Its own listeners end with it, so that they take nothing from other tests.
 */
@SpringBootTest(properties = "spring.lifecycle.timeout-per-shutdown-phase=1s")
@DirtiesContext
@AutoConfigureMockMvc
@Import(CloudInMemory.class)
final class EnrichmentServiceTests {

	private static final LocalEngines ENGINES = LocalEngines.start();

	private static final SfnInMemory SFN = CloudInMemory.SFN;

	@TempDir
	static Path folder;

	private final MockMvcTester http;

	private final AnimeStore store;

	private final ProcessingLocks locks;

	private final MessageSender sender;

	private final List<TaskWorker<?>> workers;

	private final AnimeEntry entry = Works.aDraft();

	@Autowired
	EnrichmentServiceTests(MockMvcTester http, AnimeStore store, ProcessingLocks locks, MessageSender sender,
			List<TaskWorker<?>> workers) {
		this.http = http;
		this.store = store;
		this.locks = locks;
		this.sender = sender;
		this.workers = workers;
	}

	@DynamicPropertySource
	static void workArea(DynamicPropertyRegistry properties) {
		properties.add("mokuroku.work-area", () -> folder.toString());
	}

	@BeforeEach
	void anEntryAndAMachine() {
		SFN.fail(null);
		await().untilAsserted(() -> assertThat(SFN.definitions()).containsKey("mokuroku-enrichment"));
		ENGINES.reset();
		SFN.inputs().clear();
		SFN.answers().clear();
		this.store.add(List.of(this.entry));
	}

	@Test
	void hasTheRoutesThatLieInTheRepository() throws Exception {
		OpenApiFile.check("enrichment-service", JsonMapper.shared()
			.readTree(this.http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString()));
	}

	@Test
	void startsAnEnrichmentAndShowsIt() {
		assertThat(start()).hasStatus(HttpStatus.ACCEPTED)
			.hasHeader("Location", "/v1/enrichments/" + this.entry.id())
			.bodyJson()
			.isLenientlyEqualTo("{\"animeId\":\"%s\"}".formatted(this.entry.id()));
		Lock lock = this.locks.find(this.entry.id()).orElseThrow();
		assertThat(show()).hasStatus(HttpStatus.OK).bodyJson().isLenientlyEqualTo("""
				{"animeId":"%s","mode":"FULL","execution":"%s-%d","status":"RUNNING",
				"steps":[{"name":"Begin"}]}""".formatted(this.entry.id(), this.entry.id(), lock.fencing()));
	}

	@Test
	void startsWhatIsAskedFor() {
		assertThat(post("", """
				{"mode": "EPISODE", "episode": {"kind": "REGULAR", "value": 8}}""")).hasStatus(HttpStatus.ACCEPTED);
		assertThat(SFN.inputs().values()).singleElement()
			.asString()
			.contains("\"mode\":\"EPISODE\",\"episode\":{\"kind\":\"REGULAR\",\"value\":8}");
		assertThat(error(post("", "{\"mode\": \"EPISODE\"}"), HttpStatus.BAD_REQUEST)).isEqualTo("invalid_field");
		assertThat(post("", "{\"mode\": \"EVERYTHING\"}")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void stopsAnEnrichmentAndFreesTheEntry() {
		start();
		String arn = SFN.inputs().keySet().iterator().next();
		assertThat(post("/stop", null)).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.locks.find(this.entry.id())).isEmpty();
		assertThat(show()).bodyJson().isLenientlyEqualTo("{\"status\":\"ABORTED\",\"waitsFor\":\"NOBODY\"}");
		assertThat(error(post("/stop", null), HttpStatus.CONFLICT)).isEqualTo("enrichment_not_running");
		assertThat(SFN.inputs()).containsOnlyKeys(arn);
	}

	@Test
	void repeatsAnEnrichmentThatFailed() {
		post("", """
				{"mode": "EPISODE", "episode": {"kind": "REGULAR", "value": 8}}""");
		String arn = SFN.inputs().keySet().iterator().next();
		assertThat(error(post("/retry", null), HttpStatus.CONFLICT)).isEqualTo("enrichment_not_failed");
		SFN.end(arn, ExecutionStatus.FAILED);
		assertThat(post("/retry", null)).hasStatus(HttpStatus.ACCEPTED);
		assertThat(SFN.inputs()).hasSize(2);
		assertThat(SFN.inputs().values()).allSatisfy((input) -> assertThat(input).contains("\"mode\":\"EPISODE\""));
		String again = SFN.inputs().keySet().stream().filter((other) -> !other.equals(arn)).findFirst().orElseThrow();
		SFN.end(again, ExecutionStatus.SUCCEEDED);
		assertThat(error(post("/retry", null), HttpStatus.CONFLICT)).isEqualTo("enrichment_not_failed");
	}

	@Test
	void steersNothingThatWasNeverStarted() {
		assertThat(error(post("/stop", null), HttpStatus.NOT_FOUND)).isEqualTo("enrichment_not_found");
		assertThat(error(post("/retry", null), HttpStatus.NOT_FOUND)).isEqualTo("enrichment_not_found");
		assertThat(this.http.post().uri(uri() + "/stop").header("Authorization", "Bearer catalogue.read"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.post().uri(uri() + "/retry")).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void refusesCallersWithoutTheScope() {
		assertThat(this.http.post().uri(uri())).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.http.post().uri(uri()).header("Authorization", "Bearer catalogue.read"))
			.hasStatus(HttpStatus.FORBIDDEN)
			.bodyJson()
			.extractingPath("$.errors[0].status")
			.isEqualTo("403");
		assertThat(SFN.inputs()).isEmpty();
	}

	@Test
	void forgetsAnswersOnlyForThoseWhoMayEnrich() {
		String answers = "/v1/upstream-cache/nobody/42";
		assertThat(this.http.delete().uri(answers)).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.http.delete().uri(answers).header("Authorization", "Bearer catalogue.read"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.delete().uri(answers).header("Authorization", "Bearer catalogue.enrich"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.http.delete().uri("/v1/upstream-cache/kitsu").header("Authorization", "Bearer catalogue.read"))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void saysWhatIsWrongWithARequest() {
		assertThat(error(show(), HttpStatus.NOT_FOUND)).isEqualTo("enrichment_not_found");
		assertThat(this.http.get().uri("/v1/enrichments/everything")).hasStatus(HttpStatus.BAD_REQUEST);
		start();
		assertThat(error(start(), HttpStatus.CONFLICT)).isEqualTo("entry_locked");
		ENGINES.reset();
		assertThat(error(start(), HttpStatus.NOT_FOUND)).isEqualTo("anime_not_found");
	}

	@Test
	void leavesTheEntryFreeWhenStepFunctionsIsDown() {
		SFN.fail(SdkClientException.create("no connection"));
		assertThat(start()).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader("Retry-After", "5");
		assertThat(this.locks.find(this.entry.id())).isEmpty();
		SFN.fail(null);
		assertThat(start()).hasStatus(HttpStatus.ACCEPTED);
		SFN.fail(SdkClientException.create("no connection"));
		assertThat(show()).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void startsWhatAMessageAsksForOnce() {
		EnrichmentRequested request = new EnrichmentRequested(this.entry.id(), EnrichmentRequested.Mode.REFRESH, null,
				"scores", "request-1");
		this.sender.send(request);
		this.sender.send(request);
		await().untilAsserted(() -> assertThat(SFN.inputs()).hasSize(1));
		await().untilAsserted(() -> assertThat(ENGINES.unfinished("enrichment-requests")).isZero());
		assertThat(SFN.inputs().values()).singleElement().asString().contains("\"mode\":\"REFRESH\"");
	}

	@Test
	void doesTasksAndAnswersTheStateMachine() {
		this.sender.send(task("token-1", "prepare", Map.of()));
		this.sender.send(task("token-2", "commit", Map.of("decision", "AUTO", "lock", Map.of("owner", "request-1"))));
		this.sender.send(task("token-3", "unheard-of", Map.of()));
		await().untilAsserted(
				() -> assertThat(SFN.answers()).containsExactlyInAnyOrder("token-1 succeeded {\"sources\":[]}",
						"token-2 failed no_proposal: Nothing is proposed for " + this.entry.id(),
						"token-3 failed unknown_task: Nobody does unheard-of"));
		await().untilAsserted(() -> assertThat(ENGINES.unfinished("enrichment-tasks")).isZero());
	}

	@Test
	void answersForPicturesItMayNotFetch() {
		this.sender
			.send(new ImagesRequested(this.entry.id(), List.of(URI.create("http://127.0.0.1:9/1.png")), "token-1"));
		await().untilAsserted(() -> assertThat(SFN.answers()).containsExactly("token-1 succeeded {\"images\":[]}"));
	}

	@Test
	void hasAWorkerForEveryTaskOfTheDefinition() {
		Set<String> named = WorkflowJson.MAPPER.readTree(SFN.definitions().get("mokuroku-enrichment"))
			.findValues("task")
			.stream()
			.map((task) -> task.asString())
			.collect(Collectors.toSet());
		assertThat(this.workers).extracting(TaskWorker::task).containsExactlyInAnyOrderElementsOf(named);
	}

	private MvcTestResult start() {
		return this.http.post().uri(uri()).header("Authorization", "Bearer catalogue.enrich").exchange();
	}

	private MvcTestResult post(String what, @Nullable String body) {
		MockMvcTester.MockMvcRequestBuilder request = this.http.post()
			.uri(uri() + what)
			.header("Authorization", "Bearer catalogue.enrich");
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		return request.exchange();
	}

	private MvcTestResult show() {
		return this.http.get().uri(uri()).header("Authorization", "Bearer catalogue.read").exchange();
	}

	private static Object error(MvcTestResult result, HttpStatus status) {
		assertThat(result).hasStatus(status).hasContentType("application/vnd.api+json");
		return assertThat(result).bodyJson().extractingPath("$.errors[0].code").actual();
	}

	private String uri() {
		return "/v1/enrichments/" + this.entry.id();
	}

	private EnrichmentTask task(String token, String name, Map<String, Object> input) {
		return new EnrichmentTask(token, name, "execution-1", this.entry.id(), input);
	}

}

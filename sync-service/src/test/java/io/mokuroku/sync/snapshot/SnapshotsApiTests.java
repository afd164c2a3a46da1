package io.mokuroku.sync.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.mokuroku.message.IndexRebuildRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.Messages;
import io.mokuroku.message.SnapshotRequested;
import io.mokuroku.message.WireFormat;
import io.mokuroku.sync.ServiceTest;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Snapshots and restores as an operator asks for them.
 */
@ServiceTest
class SnapshotsApiTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private final MockMvcTester http;

	private final MessageSender sender;

	private final BucketInFolder bucket;

	private SnapshotWorkshop workshop;

	@Autowired
	SnapshotsApiTests(MockMvcTester http, MessageSender sender, S3Client bucket) {
		this.http = http;
		this.sender = sender;
		this.bucket = (BucketInFolder) bucket;
	}

	@BeforeAll
	static void startEngines() {
		LocalEngines.start();
	}

	@BeforeEach
	void populate() {
		this.workshop = new SnapshotWorkshop(this.bucket);
		this.workshop.engines.reset();
		this.bucket.clear();
		this.workshop.populate(5);
	}

	@Test
	void takesASnapshotAndPutsItBackWhereEvenTheJobsAreGone() {
		Map<String, String> before = this.workshop.everything();
		String id = taken(post("/v1/snapshots", ""));
		this.workshop.engines.reset();
		assertThat(get("/v1/snapshots")).bodyJson().extractingPath("$.data[*].id").isEqualTo(List.of(id));
		MvcTestResult accepted = restore(id, false);
		assertThat(accepted).hasStatus(HttpStatus.ACCEPTED);
		assertThat(ended("/v1/restores/" + JsonPath.<String>read(body(accepted), "$.data.id"))).bodyJson()
			.isLenientlyEqualTo("""
					{"data":{"type":"restore","attributes":{"state":"SUCCEEDED","order":{"snapshotId":"%s",
					"mode":"newer-wins","verifyOnly":false},"counts":{"added":20}}}}""".formatted(id));
		assertThat(SnapshotWorkshop.difference(before, this.workshop.everything())).isEmpty();
		assertThat(Messages.receive(this.workshop.engines, "index-rebuild-requests")
			.stream()
			.map((json) -> WireFormat.read(json, IndexRebuildRequested.class).reason()))
			.containsExactly("restored " + id);
	}

	@Test
	void takesTheSnapshotAMessageAsksForOnce() {
		SnapshotRequested message = new SnapshotRequested("weekly-1", SnapshotRequested.Cause.WEEKLY);
		this.sender.send(message);
		await().atMost(SOON).untilAsserted(() -> assertThat(get("/v1/snapshots")).bodyJson().isLenientlyEqualTo("""
				{"data":[{"attributes":{"state":"SUCCEEDED","good":true,"cause":"WEEKLY",
				"contents":{"schemaVersion":1,"licence":{"database":"ODbL-1.0","contents":"DbCL-1.0"}}}}]}"""));
		this.sender.send(message);
		await().during(Duration.ofSeconds(1))
			.untilAsserted(
					() -> assertThat(get("/v1/snapshots")).bodyJson().extractingPath("$.data").asArray().hasSize(1));
	}

	@Test
	void showsAFailedRunAsNotGood() {
		this.bucket.failOn((part) -> true);
		String id = JsonPath.read(body(post("/v1/snapshots", "")), "$.data.id");
		assertThat(ended("/v1/snapshots/" + id)).bodyJson().isLenientlyEqualTo("""
				{"data":{"attributes":{"state":"FAILED","good":false}}}""");
		assertThat(restore(id, false)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void refusesARestoreWhileAReleaseIsBeingApplied() {
		String id = taken(post("/v1/snapshots", ""));
		this.workshop.put("jobs",
				Map.of("job_id", SnapshotWorkshop.text("sync-turn"), "part", SnapshotWorkshop.text("turn"), "open_runs",
						AttributeValue.fromSs(List.of("sync-run of another instance"))));
		assertThat(restore(id, false)).hasStatus(HttpStatus.CONFLICT)
			.bodyJson()
			.extractingPath("$.errors[0].code")
			.isEqualTo("sync_under_way");
		assertThat(restore(id, true)).hasStatus(HttpStatus.ACCEPTED);
		this.workshop.engines.reset();
	}

	@Test
	void refusesWhatItCannotUnderstandAndCallersWithoutTheScope() {
		assertThat(this.http.post().uri("/v1/snapshots")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.http.post().uri("/v1/restores").header("Authorization", "Bearer catalogue.snapshot"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post("/v1/restores", "{\"snapshotId\":\"../x\",\"mode\":\"newer-wins\"}"))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(post("/v1/restores", "{\"snapshotId\":\"x\",\"mode\":\"anything\"}"))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get("/v1/snapshots/none")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/v1/restores/none")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private String taken(MvcTestResult accepted) {
		assertThat(accepted).hasStatus(HttpStatus.ACCEPTED);
		String id = JsonPath.read(body(accepted), "$.data.id");
		assertThat(ended("/v1/snapshots/" + id)).bodyJson()
			.isLenientlyEqualTo("{\"data\":{\"attributes\":{\"state\":\"SUCCEEDED\",\"good\":true}}}");
		return id;
	}

	private MvcTestResult ended(String path) {
		return await().atMost(SOON)
			.until(() -> get(path), (found) -> List.of("SUCCEEDED", "FAILED")
				.contains(JsonPath.read(body(found), "$.data.attributes.state")));
	}

	private MvcTestResult restore(String id, boolean verifyOnly) {
		return post("/v1/restores",
				"{\"snapshotId\":\"%s\",\"mode\":\"newer-wins\",\"verifyOnly\":%s}".formatted(id, verifyOnly));
	}

	private MvcTestResult post(String path, String body) {
		return this.http.post()
			.uri(path)
			.header("Authorization", "Bearer catalogue.snapshot+catalogue.restore")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult get(String path) {
		return this.http.get()
			.uri(path)
			.header("Authorization", "Bearer catalogue.snapshot+catalogue.restore")
			.exchange();
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

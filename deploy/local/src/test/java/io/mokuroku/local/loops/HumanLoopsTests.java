package io.mokuroku.local.loops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.local.AwsService;
import io.mokuroku.message.HumanLoopChanged;
import io.mokuroku.message.WireFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HumanLoopsTests {

	private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z"));

	private static final String START = """
			{"HumanLoopName":"review-1","FlowDefinitionArn":"arn:aws:sagemaker:x:1:flow-definition/reviews",
			"HumanLoopInput":{"InputContent":"{\\"title\\":\\"Monster\\"}"}}""";

	private final Map<String, String> kept = new LinkedHashMap<>();

	private final List<String> told = new ArrayList<>();

	private final AnswerPlace place = new AnswerPlace() {

		@Override
		public String keep(String name, String json) {
			HumanLoopsTests.this.kept.put(name, json);
			return "s3://answers/" + name;
		}

		@Override
		public void tell(String event) {
			HumanLoopsTests.this.told.add(event);
		}

	};

	@TempDir
	Path folder;

	private HumanLoops loops;

	@BeforeEach
	void open() throws IOException {
		this.loops = HumanLoops.open(this.folder, this.place, NOON);
	}

	@Test
	void asksAndTellsWhatWasAnswered() {
		assertThat(ask("POST", "/human-loops", START).status()).isEqualTo(201);
		assertThat(json(ask("GET", "/human-loops/review-1/question", "")).path("title").asString())
			.isEqualTo("Monster");
		assertThat(ask("POST", "/human-loops/review-1/answers", "[{\"decision\":\"APPROVE\"}]").status())
			.isEqualTo(200);
		JsonNode output = JsonMapper.shared().readTree(this.kept.get("review-1"));
		assertThat(output.path("humanLoopName").asString()).isEqualTo("review-1");
		assertThat(output.at("/humanAnswers/0/answerContent/decision").asString()).isEqualTo("APPROVE");
		assertThat(this.told).singleElement()
			.satisfies((event) -> assertThat(WireFormat.read(event, HumanLoopChanged.class).detail().output())
				.isEqualTo("s3://answers/review-1"));
		assertThat(ask("POST", "/human-loops/review-1/answers", "[{}]").status()).as("once").isEqualTo(409);
	}

	@Test
	void keepsLoopsForTheNextProcess() throws IOException {
		ask("POST", "/human-loops", START);
		this.loops = HumanLoops.open(this.folder, this.place, NOON);
		assertThat(ask("POST", "/human-loops", START).status()).isEqualTo(409);
		JsonNode listed = json(ask("GET", "/human-loops", "")).at("/HumanLoopSummaries/0");
		assertThat(listed.path("HumanLoopStatus").asString()).isEqualTo("InProgress");
		assertThat(listed.has("Question")).isFalse();
	}

	@Test
	void stopsWhatRuns() {
		ask("POST", "/human-loops", START);
		assertThat(ask("POST", "/human-loops/stop", "{\"HumanLoopName\":\"review-1\"}").status()).isEqualTo(200);
		assertThat(json(ask("GET", "/human-loops/review-1", "")).path("HumanLoopStatus").asString())
			.isEqualTo("Stopped");
		assertThat(ask("POST", "/human-loops/stop", "{\"HumanLoopName\":\"review-1\"}").status()).isEqualTo(400);
		assertThat(this.told).hasSize(1);
	}

	@Test
	void refusesWhatA2iRefuses() {
		assertThat(error(ask("GET", "/human-loops/none", ""))).isEqualTo("404 ResourceNotFoundException");
		assertThat(error(ask("GET", "/human-loops/..%2f..%2fpasswd", ""))).isEqualTo("404 ResourceNotFoundException");
		assertThat(error(ask("POST", "/human-loops", "{\"HumanLoopName\":\"No Name\"}")))
			.isEqualTo("400 ValidationException");
		assertThat(error(ask("POST", "/human-loops", "{broken"))).isEqualTo("400 ValidationException");
		assertThat(this.loops.answers(new AwsService.Request("GET", "/schedules", Map.of(), null, new byte[0])))
			.isFalse();
	}

	private static String error(AwsService.Response response) {
		return response.status() + " " + json(response).path("__type").asString();
	}

	private static JsonNode json(AwsService.Response response) {
		return JsonMapper.shared().readTree(response.body());
	}

	private AwsService.Response ask(String method, String path, String body) {
		return this.loops
			.answer(new AwsService.Request(method, path, Map.of(), null, body.getBytes(StandardCharsets.UTF_8)));
	}

}

package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.mokuroku.local.AwsService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand executions that wait at the same time.
 */
class ManyExecutionsTests {

	private static final int MANY = 1_000;

	@TempDir
	private Path folder;

	@Test
	void waitingExecutionsHoldNoThreadsAndSurviveARestart() throws IOException {
		RecordedTargets targets = new RecordedTargets();
		int threads = Thread.activeCount();
		List<String> tokens = new ArrayList<>();
		try (StateMachines machines = StateMachines.open(this.folder, targets, InstantSource.system())) {
			call(machines, "CreateStateMachine", Json.object()
				.put("name", "m")
				.put("definition",
						TestMachines.machine("T", TestMachines.task("T", "\"TimeoutSeconds\": 86400, \"End\": true")))
				.put("roleArn", TestMachines.ROLE));
			for (int i = 0; i < MANY; i++) {
				call(machines, "StartExecution",
						Json.object().put("stateMachineArn", Arns.machine("m")).put("name", "run-" + i));
			}
			for (int i = 0; i < MANY; i++) {
				tokens.add(targets.takeBody().path("token").stringValue());
			}
			assertThat(Thread.activeCount() - threads).isLessThan(10);
		}
		try (StateMachines machines = StateMachines.open(this.folder, targets, InstantSource.system())) {
			tokens.forEach((token) -> call(machines, "SendTaskSuccess",
					Json.object().put("taskToken", token).put("output", "{}")));
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(machines, "RUNNING") == 0);
			assertThat(count(machines, "SUCCEEDED")).isEqualTo(MANY);
		}
		long start = System.nanoTime();
		try (StateMachines machines = StateMachines.open(this.folder, targets, InstantSource.system())) {
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
			assertThat(count(machines, "SUCCEEDED")).isEqualTo(MANY);
		}
	}

	private static int count(StateMachines machines, String status) {
		return call(machines, "ListExecutions",
				Json.object()
					.put("stateMachineArn", Arns.machine("m"))
					.put("statusFilter", status)
					.put("maxResults", MANY))
			.path("executions")
			.size();
	}

	private static JsonNode call(StateMachines machines, String operation, ObjectNode members) {
		AwsService.Response response = machines.answer(new AwsService.Request("POST", "/", Map.of(),
				StatesApi.TARGET_PREFIX + operation, Json.text(members).getBytes(StandardCharsets.UTF_8)));
		JsonNode answer = Json.parse(new String(response.body(), StandardCharsets.UTF_8));
		assertThat(response.status()).as("%s: %s", operation, answer).isEqualTo(200);
		return answer;
	}

}

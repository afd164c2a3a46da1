package io.mokuroku.review.loop;

import java.util.List;
import java.util.Map;

import io.mokuroku.review.task.TaskId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class WorkerAnswerTests {

	private static final LoopName LOOP = new LoopName(TaskId.ofExecution("run-1"), 1, 1);

	@Test
	void readsWhatWorkersTyped() {
		assertThat(WorkerAnswer
			.read("""
					{"humanLoopName":"%s","humanAnswers":[
					{"answerContent":{"decision":"APPROVE","version":3,"lock":["title","year"],"relations":{"type":["SEQUEL","PREQUEL"]},"year":null},
					 "submissionTime":"2026-11-22T11:00:00.000Z","workerId":"b","workerMetadata":{"identityData":{"sub":"ada"}}},
					{"answerContent":{"decision":"REJECT"},"submissionTime":"2026-11-22T11:02:00.000Z","workerId":"c"}]}
					"""
				.formatted(LOOP), LOOP))
			.containsExactly(
					new WorkerAnswer("ada",
							Map.of("decision", List.of("APPROVE"), "version", List.of("3"), "lock",
									List.of("title", "year"), "relations.type", List.of("SEQUEL", "PREQUEL"))),
					new WorkerAnswer("c", Map.of("decision", List.of("REJECT"))));
	}

	@Test
	void countsWhatAWorkerSentLast() {
		assertThat(WorkerAnswer.read("""
				{"humanLoopName":"%s","humanAnswers":[
				{"answerContent":{"decision":"REJECT"},"submissionTime":"2026-11-22T11:02:00.000Z","workerId":"c"},
				{"answerContent":{"decision":"APPROVE"},"submissionTime":"2026-11-22T11:00:00.000Z","workerId":"c"}]}
				""".formatted(LOOP), LOOP))
			.containsExactly(new WorkerAnswer("c", Map.of("decision", List.of("REJECT"))));
	}

	@Test
	void readsNothingWhereOneAnswerIsNone() {
		for (String answer : List.of("{\"workerId\":\"c\"}", "{\"answerContent\":\"APPROVE\",\"workerId\":\"c\"}",
				"{\"answerContent\":{\"decision\":\"APPROVE\"}}", "7")) {
			assertThat(WorkerAnswer
				.read("{\"humanLoopName\":\"%s\",\"humanAnswers\":[{\"answerContent\":{},\"workerId\":\"a\"},%s]}"
					.formatted(LOOP, answer), LOOP))
				.as(answer)
				.isEmpty();
		}
		assertThat(WorkerAnswer.read("", LOOP)).isEmpty();
		assertThat(WorkerAnswer.read("[]", LOOP)).isEmpty();
	}

}

package io.mokuroku.local.running;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutionLogTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final List<JsonNode> events = new ArrayList<>();

	private final ExecutionLog log = new ExecutionLog();

	@Test
	void tellsOnceWhatEachTaskCameTo() {
		happens(1, 0, 100, "ExecutionStarted", "executionStartedEventDetails",
				"{\"input\":\"{\\\"traceparent\\\":\\\"00-" + TRACE + "-00f067aa0ba902b7-01\\\"}\"}");
		happens(2, 1, 100.5, "TaskStateEntered", "stateEnteredEventDetails", "{\"name\":\"FetchSource\"}");
		happens(3, 1, 100.6, "TaskStateEntered", "stateEnteredEventDetails", "{\"name\":\"Metadata\"}");
		assertThat(this.log.news(this.events)).isEmpty();

		happens(4, 2, 100.7, "TaskFailed", "taskFailedEventDetails", "{\"error\":\"Retryable\"}");
		happens(5, 3, 101.6, "TaskStateExited", "stateExitedEventDetails",
				"{\"name\":\"Metadata\",\"output\":\"{\\\"stage\\\":\\\"Metadata\\\"}\"}");
		happens(6, 4, 102, "TaskStateExited", "stateExitedEventDetails", "{\"name\":\"FetchSource\",\"output\":"
				+ "\"{\\\"link\\\":\\\"https://kitsu.app/anime/1\\\",\\\"status\\\":\\\"OK\\\"}\"}");
		assertThat(this.log.news(this.events)).containsExactly(
				"     0.50 s  FetchSource       0.20 s  failed: Retryable", "     0.60 s  Metadata          1.00 s",
				"     0.50 s  FetchSource       1.50 s  https://kitsu.app/anime/1  OK");
		assertThat(this.log.news(this.events)).isEmpty();
		assertThat(this.log.findTrace()).contains(TRACE);
	}

	@Test
	void knowsNoTraceOfWhatWasStartedWithoutOne() {
		happens(1, 0, 100, "ExecutionStarted", "executionStartedEventDetails", "{\"input\":\"{}\"}");

		assertThat(this.log.news(this.events)).isEmpty();
		assertThat(this.log.findTrace()).isEmpty();
	}

	private void happens(int id, int previous, double at, String type, String details, String of) {
		this.events.add(JsonMapper.shared()
			.readTree("{\"id\":%d,\"previousEventId\":%d,\"timestamp\":%s,\"type\":\"%s\",\"%s\":%s}".formatted(id,
					previous, at, type, details, of)));
	}

}

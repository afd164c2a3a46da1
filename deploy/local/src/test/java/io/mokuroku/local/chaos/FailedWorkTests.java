package io.mokuroku.local.chaos;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailedWorkTests {

	private static final DeadLetter LETTER = new DeadLetter("enrichment-requests-dlq", "SourcesFailed", "none", "a-1");

	@Test
	void findsNothingWrongWithAFailureThatIsTold() {
		assertThat(new FailedWork(Map.of("a-1", "SourcesFailed"), List.of(LETTER)).faults()).isEmpty();
	}

	@Test
	void findsNothingWrongWhereAnotherExecutionTookOver() {
		assertThat(new FailedWork(Map.of("a-1", "ReviewSuperseded", "b-1", "redirected"), List.of()).faults())
			.isEmpty();
	}

	@Test
	void seesAFailureThatNobodyIsToldOf() {
		assertThat(new FailedWork(Map.of("a-1", "SourcesFailed", "b-1", "Stale"), List.of(LETTER)).faults())
			.containsExactly("execution b-1 failed with Stale and left no letter");
	}

}

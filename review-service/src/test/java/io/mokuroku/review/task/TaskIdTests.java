package io.mokuroku.review.task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class TaskIdTests {

	@Test
	void anExecutionAlwaysAsksWithinTheSameTask() {
		assertThat(TaskId.ofExecution("full-1-7")).isEqualTo(TaskId.ofExecution("full-1-7"))
			.isNotEqualTo(TaskId.ofExecution("full-1-8"));
	}

	@Test
	void staysTheSameFromReleaseToRelease() {
		assertThat(TaskId.ofExecution("full-1-7")).hasToString("40f65808fb0a9909e88e31af9d66b737");
	}

	@Test
	void readsItsOwnText() {
		TaskId id = TaskId.ofExecution("full-1-7");
		assertThat(TaskId.parse(id.toString())).hasValue(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "ABCDEF00112233445566778899aabbcc", "anime#9d8c8ec8-75e9-5630-983e-07b4",
			"00112233445566778899aabbccddeef\n", "00112233445566778899aabbccddeeff0" })
	void isNothingButThirtyTwoLowerCaseDigits(String text) {
		assertThat(TaskId.parse(text)).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> new TaskId(text));
	}

}

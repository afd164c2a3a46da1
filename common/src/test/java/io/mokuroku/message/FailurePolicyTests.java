package io.mokuroku.message;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailurePolicyTests {

	private final FailurePolicy policy = new FailurePolicy(new Random(7));

	@Test
	void buriesPermanentFailuresAtOnce() {
		assertThat(this.policy.decide(new PermanentFailure("unknown_anime", "No such entry"), 1, 8))
			.isEqualTo(new FailurePolicy.Verdict.DeadLetter("unknown_anime", "PermanentFailure: No such entry"));
	}

	@Test
	void buriesTheLastAttemptWithItsReason() {
		assertThat(this.policy.decide(new IllegalStateException("boom"), 8, 8))
			.isEqualTo(new FailurePolicy.Verdict.DeadLetter("attempts_exhausted", "IllegalStateException: boom"));
	}

	@Test
	void waitsLongerWithEveryAttemptButNeverTooLong() {
		for (int attempt = 1; attempt < 30; attempt++) {
			Duration delay = delay(new IllegalStateException("boom"), attempt);
			assertThat(delay).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(10));
			assertThat(delay).isLessThanOrEqualTo(Duration.ofSeconds(1L << Math.min(attempt, 30)));
		}
	}

	@Test
	void waitsAtLeastAsLongAsTheCauseAsked() {
		assertThat(delay(new RetryableFailure("429", null, Duration.ofSeconds(90)), 1))
			.isEqualTo(Duration.ofSeconds(90));
	}

	@Test
	void waitsNoLongerThanAQueueCanHideAMessage() {
		assertThat(delay(new RetryableFailure("Banned", null, Duration.ofDays(1)), 1)).isEqualTo(Duration.ofHours(11));
	}

	@Test
	void saysNothingInAReasonThatAQueueRefuses() {
		PermanentFailure failure = new PermanentFailure("undecodable", "\u0000\u001b[2K 星\n𠮟 \uD842 \uFFFF");
		assertThat(this.policy.decide(failure, 1, 8))
			.isEqualTo(new FailurePolicy.Verdict.DeadLetter("undecodable", "PermanentFailure:   [2K 星\n𠮟    "));
		String start = "PermanentFailure: ";
		PermanentFailure cut = new PermanentFailure("x", "a".repeat(499 - start.length()) + "𠮟");
		assertThat(this.policy.decide(cut, 1, 8))
			.isEqualTo(new FailurePolicy.Verdict.DeadLetter("x", start + "a".repeat(499 - start.length()) + " "));
	}

	private Duration delay(Throwable failure, int attempt) {
		FailurePolicy.Verdict verdict = this.policy.decide(failure, attempt, 100);
		assertThat(verdict).isInstanceOf(FailurePolicy.Verdict.RetryAfter.class);
		return ((FailurePolicy.Verdict.RetryAfter) verdict).delay();
	}

}

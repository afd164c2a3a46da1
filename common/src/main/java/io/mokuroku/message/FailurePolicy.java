package io.mokuroku.message;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Decides what becomes of a message whose handling failed. One policy for every queue:
 * permanent failures are dead at once, all others come back after an exponential delay
 * with full jitter until their attempts are used up.
 */
final class FailurePolicy {

	private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

	private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

	/**
	 * Whoever asks for more comes back early: SQS hides nothing for more than 12 hours.
	 */
	private static final Duration LONGEST_ASKED = Duration.ofHours(11);

	/** What SQS takes in no attribute, half a character included. */
	private static final Pattern REFUSED = Pattern
		.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

	private final RandomGenerator random;

	FailurePolicy(RandomGenerator random) {
		this.random = random;
	}

	/**
	 * Decides about one failed attempt.
	 * @param failure what the handler threw
	 * @param attempt which attempt this was, from 1
	 * @param mostAttempts how many the queue allows
	 */
	Verdict decide(Throwable failure, int attempt, int mostAttempts) {
		if (failure instanceof PermanentFailure permanent) {
			return new Verdict.DeadLetter(permanent.code(), reasonOf(permanent));
		}
		if (attempt >= mostAttempts) {
			return new Verdict.DeadLetter("attempts_exhausted", reasonOf(failure));
		}
		return new Verdict.RetryAfter(delay(failure, attempt));
	}

	private Duration delay(Throwable failure, int attempt) {
		long ceiling = Math.min(LONGEST_DELAY.toMillis(), FIRST_DELAY.toMillis() << Math.min(attempt, 20));
		Duration delay = Duration.ofMillis(this.random.nextLong(FIRST_DELAY.toMillis(), ceiling + 1));
		Duration asked = (failure instanceof RetryableFailure retryable)
				? Objects.requireNonNullElse(retryable.notBefore(), Duration.ZERO) : Duration.ZERO;
		Duration longer = (asked.compareTo(delay) > 0) ? asked : delay;
		return (longer.compareTo(LONGEST_ASKED) < 0) ? longer : LONGEST_ASKED;
	}

	private static String reasonOf(Throwable failure) {
		String message = Optional.ofNullable(failure.getMessage()).orElse("no message");
		String reason = failure.getClass().getSimpleName() + ": " + message;
		return REFUSED.matcher((reason.length() > 500) ? reason.substring(0, 500) : reason).replaceAll(" ");
	}

	/** What to do with the message. */
	sealed interface Verdict {

		/**
		 * Show it again.
		 *
		 * @param delay after this time
		 */
		record RetryAfter(Duration delay) implements Verdict {
		}

		/**
		 * Move it to the dead-letter queue.
		 *
		 * @param code a short, stable word
		 * @param reason one sentence
		 */
		record DeadLetter(String code, String reason) implements Verdict {
		}

	}

}

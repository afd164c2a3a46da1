package io.mokuroku.episodes.schedules;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.scheduler.model.ServiceQuotaExceededException;

/**
 * Makes calls of EventBridge Scheduler at an even rate, and again where that may help:
 * after a pause that grows and is spread at random. Nobody else repeats them.
 */
final class SchedulerCalls {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final CallRate rate;

	private final RandomGenerator random;

	private final int attempts;

	/**
	 * Calls.
	 * @param attempts how often a call is made at most, from 1
	 */
	SchedulerCalls(CallRate rate, RandomGenerator random, int attempts) {
		this.rate = rate;
		this.random = random;
		this.attempts = attempts;
	}

	/**
	 * Makes a call.
	 * @throws RetryableFailure if the service cannot be reached or stays overloaded
	 * @throws PermanentFailure if the service refuses the request
	 */
	<T> T calling(Supplier<T> call) {
		for (int attempt = 1;; attempt++) {
			this.rate.await();
			try {
				return translated(call);
			}
			catch (RetryableFailure ex) {
				if (attempt >= this.attempts) {
					throw ex;
				}
				this.rate.sleep(pauseAfter(attempt));
			}
		}
	}

	private Duration pauseAfter(int attempt) {
		long ceiling = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, 10));
		return Duration.ofMillis(this.random.nextLong(ceiling + 1));
	}

	private static <T> T translated(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (SdkClientException | CompletionException ex) {
			throw new RetryableFailure("The scheduler cannot be reached", ex);
		}
		catch (ConflictException ex) {
			throw new RetryableFailure("The schedule is being changed by somebody else", ex);
		}
		catch (ServiceQuotaExceededException ex) {
			throw new RetryableFailure("The quota of the scheduler is used up", ex);
		}
		catch (SchedulerException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("The scheduler is overloaded", ex);
			}
			throw new PermanentFailure("schedule_refused", "The scheduler refuses: " + ex.getMessage(), ex);
		}
	}

}

package io.mokuroku.episodes.schedules;

import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;

/**
 * Translates what EventBridge Scheduler throws.
 */
final class SchedulerCalls {

	private SchedulerCalls() {
	}

	/**
	 * Makes calls.
	 * @throws RetryableFailure if the service cannot be reached or is overloaded
	 * @throws PermanentFailure if the service refuses the request
	 */
	static <T> T calling(Supplier<T> calls) {
		try {
			return calls.get();
		}
		catch (SdkClientException | CompletionException ex) {
			throw new RetryableFailure("The scheduler cannot be reached", ex);
		}
		catch (SchedulerException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("The scheduler is overloaded", ex);
			}
			throw new PermanentFailure("schedule_refused", "The scheduler refuses: " + ex.getMessage(), ex);
		}
	}

}

package io.mokuroku.local.schedules;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The queue a schedule sends to and what happens when it does not take the message.
 *
 * @param arn ARN of the queue
 * @param roleArn role the service would assume; kept and shown, not used
 * @param input message body with context attributes still in place; none means the
 * default notification
 * @param maximumRetryAttempts retries after the first attempt, 0 to 185
 * @param maximumEventAgeInSeconds how long to keep trying after the scheduled time, 60 to
 * 86,400
 * @param deadLetterArn ARN of the dead-letter queue, if any
 */
record Target(String arn, String roleArn, @Nullable String input, int maximumRetryAttempts,
		int maximumEventAgeInSeconds, @Nullable String deadLetterArn) {

	static final int MAXIMUM_RETRY_ATTEMPTS = 185;

	static final int MAXIMUM_EVENT_AGE_IN_SECONDS = 86_400;

	Duration maximumEventAge() {
		return Duration.ofSeconds(this.maximumEventAgeInSeconds);
	}

}

package io.mokuroku.recurring;

import java.util.Objects;

import io.mokuroku.message.QueueMessage;

/**
 * A message that is sent to its queue again and again.
 *
 * @param name the name of its schedule
 * @param enabled whether it is sent at all; if not, a schedule there may be is removed
 * @param expression when, as an expression of EventBridge Scheduler in UTC, {@code cron}
 * or {@code rate}
 * @param group the group of schedules it is registered in
 * @param roleArn the role in which EventBridge sends to the queue
 * @param message what is sent
 */
public record RecurringRequest(String name, boolean enabled, String expression, String group, String roleArn,
		QueueMessage message) {

	public RecurringRequest {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(expression, "expression");
		Objects.requireNonNull(group, "group");
		Objects.requireNonNull(roleArn, "roleArn");
		Objects.requireNonNull(message, "message");
	}

	/**
	 * A request id of its own for each time, so that a message that arrives twice is one
	 * request.
	 * @param word which it begins with
	 */
	public static String requestId(String word) {
		return word + "-<aws.scheduler.scheduled-time>";
	}

}

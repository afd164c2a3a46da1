package io.mokuroku.sync.weekly;

import java.util.Objects;

import io.mokuroku.message.QueueMessage;

/**
 * A message that is sent to its queue every week.
 *
 * @param name the name of its schedule
 * @param enabled whether it is sent at all; if not, a schedule there may be is removed
 * @param cron when, as a cron expression of EventBridge Scheduler in UTC
 * @param group the group of schedules it is registered in
 * @param roleArn the role in which EventBridge sends to the queue
 * @param message what is sent
 */
public record WeeklyRequest(String name, boolean enabled, String cron, String group, String roleArn,
		QueueMessage message) {

	/**
	 * A request id of its own for each time, so that a message that arrives twice is one
	 * request.
	 */
	public static final String REQUEST_ID = "weekly-<aws.scheduler.scheduled-time>";

	public WeeklyRequest {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(cron, "cron");
		Objects.requireNonNull(group, "group");
		Objects.requireNonNull(roleArn, "roleArn");
		Objects.requireNonNull(message, "message");
	}

}

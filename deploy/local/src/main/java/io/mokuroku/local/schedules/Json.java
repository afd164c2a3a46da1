package io.mokuroku.local.schedules;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes groups and schedules as the service's interface shows them.
 */
final class Json {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Json() {
	}

	static ObjectNode object() {
		return JSON.createObjectNode();
	}

	static byte[] bytes(ObjectNode node) {
		return JSON.writeValueAsBytes(node);
	}

	static ObjectNode group(Group group) {
		return object().put("Arn", group.arn())
			.put("Name", group.name())
			.put("State", "ACTIVE")
			.put("CreationDate", seconds(group.created()))
			.put("LastModificationDate", seconds(group.created()));
	}

	static ObjectNode summary(Schedule schedule) {
		ObjectNode node = head(schedule);
		node.putObject("Target").put("Arn", schedule.definition().target().arn());
		return node;
	}

	static ObjectNode schedule(Schedule schedule) {
		Schedule.Definition asked = schedule.definition();
		ObjectNode node = head(schedule).put("ScheduleExpression", asked.scheduleExpression())
			.put("ScheduleExpressionTimezone", asked.timezone())
			.put("ActionAfterCompletion", asked.actionAfterCompletion().name());
		putIfPresent(node, "Description", asked.description());
		if (asked.startDate() != null) {
			node.put("StartDate", seconds(asked.startDate()));
		}
		if (asked.endDate() != null) {
			node.put("EndDate", seconds(asked.endDate()));
		}
		ObjectNode window = node.putObject("FlexibleTimeWindow");
		window.put("Mode", (asked.windowMinutes() != null) ? "FLEXIBLE" : "OFF");
		if (asked.windowMinutes() != null) {
			window.put("MaximumWindowInMinutes", asked.windowMinutes());
		}
		node.set("Target", target(asked.target()));
		return node;
	}

	private static ObjectNode head(Schedule schedule) {
		return object().put("Arn", schedule.key().arn())
			.put("GroupName", schedule.key().group())
			.put("Name", schedule.key().name())
			.put("State", schedule.definition().state().name())
			.put("CreationDate", seconds(schedule.created()))
			.put("LastModificationDate", seconds(schedule.modified()));
	}

	private static ObjectNode target(Target target) {
		ObjectNode node = object().put("Arn", target.arn()).put("RoleArn", target.roleArn());
		putIfPresent(node, "Input", target.input());
		node.putObject("RetryPolicy")
			.put("MaximumEventAgeInSeconds", target.maximumEventAgeInSeconds())
			.put("MaximumRetryAttempts", target.maximumRetryAttempts());
		if (target.deadLetterArn() != null) {
			node.putObject("DeadLetterConfig").put("Arn", target.deadLetterArn());
		}
		return node;
	}

	private static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
		if (value != null) {
			node.put(name, value);
		}
	}

	private static double seconds(Instant at) {
		return at.toEpochMilli() / 1000d;
	}

}

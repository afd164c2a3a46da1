package io.mokuroku.local.schedules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a run puts into a queue.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html">Context
 * attributes</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html">Dead-letter
 * events</a>
 */
final class Message {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Message() {
	}

	/**
	 * The body for the target: the input with its context attributes filled in, or the
	 * default notification.
	 */
	static String body(Invocation invocation) {
		String input = invocation.target().input();
		if (input == null) {
			return notification(invocation);
		}
		return input.replace("<aws.scheduler.schedule-arn>", invocation.schedule().arn())
			.replace("<aws.scheduler.scheduled-time>", time(invocation.due()))
			.replace("<aws.scheduler.execution-id>", invocation.id())
			.replace("<aws.scheduler.attempt-number>", Integer.toString(invocation.attempts() + 1));
	}

	private static String notification(Invocation invocation) {
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("version", "0");
		event.put("id", invocation.id());
		event.put("detail-type", "Scheduled Event");
		event.put("source", "aws.scheduler");
		event.put("account", Arns.ACCOUNT);
		event.put("time", time(invocation.due()));
		event.put("region", Arns.REGION);
		event.put("resources", List.of(invocation.schedule().arn()));
		event.put("detail", "{}");
		return JSON.writeValueAsString(event);
	}

	/**
	 * The body for the dead-letter queue: the request the target did not take.
	 */
	static String deadLetterBody(Invocation invocation) {
		Map<String, String> request = new LinkedHashMap<>();
		request.put("MessageBody", body(invocation));
		request.put("QueueUrl", queueUrl(invocation.target().arn()));
		return JSON.writeValueAsString(request);
	}

	/**
	 * The attributes for the dead-letter queue.
	 */
	static Map<String, String> deadLetterAttributes(Invocation invocation) {
		Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put("ERROR_CODE", String.valueOf(invocation.errorCode()));
		attributes.put("ERROR_MESSAGE", String.valueOf(invocation.errorMessage()));
		attributes.put("EXECUTION_ID", invocation.id());
		attributes.put("EXHAUSTED_RETRY_CONDITION", String.valueOf(invocation.exhausted()));
		attributes.put("IS_PAYLOAD_TRUNCATED", "false");
		attributes.put("RETRY_ATTEMPTS", Integer.toString(Math.max(0, invocation.attempts() - 1)));
		attributes.put("SCHEDULED_TIME", time(invocation.due()));
		attributes.put("SCHEDULE_ARN", invocation.schedule().arn());
		attributes.put("TARGET_ARN", invocation.target().arn());
		return attributes;
	}

	private static String queueUrl(String arn) {
		String[] parts = arn.split(":", 6);
		return "https://sqs." + parts[3] + ".amazonaws.com/" + parts[4] + "/" + parts[5];
	}

	private static String time(Instant at) {
		return at.truncatedTo(ChronoUnit.SECONDS).toString();
	}

}

package io.mokuroku.local.states;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns the evaluated arguments of a Task into the message to send.
 */
final class TaskMessages {

	private static final String SQS_ERROR = "SQS.AmazonSQSException";

	/** What the arguments of a task may name. */
	static final Set<String> ARGUMENTS = Set.of("QueueUrl", "MessageBody", "MessageAttributes", "MessageGroupId",
			"MessageDeduplicationId", "DelaySeconds");

	private TaskMessages() {
	}

	/**
	 * The message of some arguments. A body that is not text is sent as its JSON.
	 * @throws TaskTargetException if the arguments make no message
	 */
	static TaskTargets.Message of(JsonNode arguments) throws TaskTargetException {
		for (String name : arguments.propertyNames()) {
			if (!ARGUMENTS.contains(name)) {
				throw new TaskTargetException(ErrorNames.RUNTIME, "The field '" + name + "' is not supported", null);
			}
		}
		JsonNode body = arguments.get("MessageBody");
		if (body == null || body.isNull()) {
			throw new TaskTargetException(SQS_ERROR, "The request must contain the parameter MessageBody.", null);
		}
		String queueUrl = text(arguments, "QueueUrl");
		if (queueUrl == null) {
			throw new TaskTargetException(SQS_ERROR, "The request must contain the parameter QueueUrl.", null);
		}
		JsonNode delay = arguments.get("DelaySeconds");
		return new TaskTargets.Message(queueUrl, body.isString() ? body.stringValue() : Json.text(body),
				attributes(arguments.get("MessageAttributes")), text(arguments, "MessageGroupId"),
				text(arguments, "MessageDeduplicationId"), (delay != null) ? (Integer) delay.asInt(0) : null);
	}

	private static Map<String, TaskTargets.MessageAttr> attributes(@Nullable JsonNode attributes)
			throws TaskTargetException {
		Map<String, TaskTargets.MessageAttr> parsed = new HashMap<>();
		if (attributes == null) {
			return parsed;
		}
		for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
			String type = text(attribute.getValue(), "DataType");
			String value = text(attribute.getValue(), "StringValue");
			if (type == null || value == null) {
				throw new TaskTargetException(SQS_ERROR, "The message attribute '" + attribute.getKey()
						+ "' needs a DataType and a StringValue; binary values are not supported.", null);
			}
			parsed.put(attribute.getKey(), new TaskTargets.MessageAttr(type, value));
		}
		return parsed;
	}

	private static @Nullable String text(JsonNode node, String name) throws TaskTargetException {
		JsonNode value = node.get(name);
		if (value != null && !value.isString()) {
			throw new TaskTargetException(SQS_ERROR, "The parameter " + name + " must be a string.", null);
		}
		return (value != null) ? value.stringValue() : null;
	}

	static JsonNode toOutput(TaskTargets.Receipt receipt) {
		return Json.object().put("MD5OfMessageBody", receipt.bodyMd5()).put("MessageId", receipt.messageId());
	}

}

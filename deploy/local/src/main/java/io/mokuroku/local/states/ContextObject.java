package io.mokuroku.local.states;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds {@code $states.context}.
 */
final class ContextObject {

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private ContextObject() {
	}

	/**
	 * The context as a state sees it.
	 * @param token the task token, only for the arguments of a task that waits for one
	 */
	static JsonNode of(Header header, Strand strand, @Nullable String token) {
		ObjectNode context = Json.object();
		context.putObject("Execution")
			.put("Id", header.arn())
			.put("Name", header.name())
			.put("RoleArn", header.roleArn())
			.put("StartTime", timestamp(header.startedAt()))
			.put("RedriveCount", 0)
			.set("Input", header.input());
		context.putObject("StateMachine").put("Id", Arns.machine(header.machine())).put("Name", header.machine());
		context.putObject("State")
			.put("Name", strand.state().name())
			.put("EnteredTime", timestamp(strand.enteredAt()))
			.put("RetryCount", strand.retries());
		if (token != null) {
			context.putObject("Task").put("Token", token);
		}
		addItem(context, strand);
		return context;
	}

	/** The context as the item selector of a Map sees it. */
	static JsonNode ofItem(Header header, Strand strand, int index, JsonNode value) {
		ObjectNode context = (ObjectNode) of(header, strand, null);
		putItem(context, index, value);
		return context;
	}

	private static void addItem(ObjectNode context, Strand strand) {
		for (Strand branch = strand; branch.parent() != null; branch = Execution.parent(branch)) {
			Strand parent = Execution.parent(branch);
			if (parent.pending() instanceof Pending.Branches(Fork fork) && fork.isMap()) {
				putItem(context, branch.index(), fork.item(branch.index()));
				return;
			}
		}
	}

	private static void putItem(ObjectNode context, int index, JsonNode value) {
		ObjectNode item = Json.object().put("Index", index);
		item.set("Value", value);
		context.putObject("Map").set("Item", item);
	}

	private static String timestamp(Instant instant) {
		return TIMESTAMP.format(instant);
	}

}

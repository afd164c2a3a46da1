package io.mokuroku.local.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one state of a definition.
 */
final class StateParser {

	private static final long LONGEST = DefinitionParser.LONGEST_SECONDS;

	private final Function<Fields, Flow> flows;

	private final HandlingParser handling = new HandlingParser();

	/**
	 * A parser of states.
	 * @param flows reads the flow nested in a Parallel or Map
	 */
	StateParser(Function<Fields, Flow> flows) {
		this.flows = flows;
	}

	/** The state, or empty if its type is unknown, which is noted as a problem. */
	Optional<State> parse(String name, Fields fields) {
		String type = fields.requireText("Type");
		fields.ignoreComment();
		fields.requireJsonata(false);
		State state = switch (type) {
			case "Task" -> task(name, fields);
			case "Pass" -> new State.Pass(name, fields.outcome(), next(fields));
			case "Choice" -> choice(name, fields);
			case "Wait" -> waiting(name, fields);
			case "Succeed" -> new State.Succeed(name, new Outcome(fields.findTemplate("Output"), Map.of()));
			case "Fail" -> new State.Fail(name, fields.findTextTemplate("Error"), fields.findTextTemplate("Cause"));
			case "Parallel" -> parallel(name, fields);
			case "Map" -> forEach(name, fields);
			default -> null;
		};
		if (state == null) {
			if (fields.has("Type")) {
				fields.problem("Type", "State type '" + type + "' is not supported");
			}
			return Optional.empty();
		}
		fields.refuseOthers();
		return Optional.of(state);
	}

	private State task(String name, Fields fields) {
		String arn = fields.requireText("Resource");
		Optional<TaskResource> resource = TaskResource.find(arn);
		if (resource.isEmpty() && fields.has("Resource")) {
			fields.problem("Resource", "Resource '" + arn + "' is not supported");
		}
		fields.require("Arguments");
		Template arguments = fields.findTemplate("Arguments");
		checkArguments(arguments, fields);
		Template timeout = fields.findQuantity("TimeoutSeconds", 1, LONGEST);
		Template heartbeat = fields.findQuantity("HeartbeatSeconds", 1, LONGEST);
		if (timeout instanceof Template.Literal(JsonNode limit) && heartbeat instanceof Template.Literal(JsonNode beat)
				&& beat.asLong(0) >= limit.asLong(0)) {
			fields.problem("HeartbeatSeconds", "HeartbeatSeconds must be less than TimeoutSeconds");
		}
		return new State.Task(name, resource.orElse(TaskResource.SEND_MESSAGE),
				(arguments != null) ? arguments : new Template.Literal(Json.object()), timeout, heartbeat,
				this.handling.parse(fields), fields.outcome("result"), next(fields));
	}

	private static void checkArguments(@Nullable Template arguments, Fields fields) {
		Set<String> given = switch (arguments) {
			case Template.ObjectOf object -> object.fields().keySet();
			case Template.Literal(JsonNode value) when value.isObject() -> Set.copyOf(value.propertyNames());
			case Template.Literal _, Template.ArrayOf _ -> {
				fields.problem("Arguments", "Expected an object or a JSONata string");
				yield TaskMessages.ARGUMENTS;
			}
			case Template.Query _ -> TaskMessages.ARGUMENTS;
			case null -> TaskMessages.ARGUMENTS;
		};
		for (String argument : given) {
			if (!TaskMessages.ARGUMENTS.contains(argument)) {
				fields.problem("Arguments/" + argument, "Field '" + argument + "' is not supported");
			}
		}
		for (String argument : List.of("QueueUrl", "MessageBody")) {
			if (!given.contains(argument)) {
				fields.problem("Arguments", "These fields are required: [" + argument + "]");
			}
		}
	}

	private State choice(String name, Fields fields) {
		List<State.Rule> rules = new ArrayList<>();
		fields.requireEach("Choices", (rule, index) -> {
			JsonNode condition = rule.require("Condition");
			Template template = rule.queryOr("Condition", condition, "true, false");
			if (template instanceof Template.Literal(JsonNode value) && !value.isBoolean() && rule.has("Condition")) {
				rule.problem("Condition", "Expected true, false or a JSONata string");
			}
			rule.ignoreComment();
			rules.add(new State.Rule(template, rule.outcome(), rule.requireText("Next")));
			rule.refuseOthers();
		});
		return new State.Choice(name, rules, fields.outcome(), fields.findText("Default"));
	}

	private State waiting(String name, Fields fields) {
		if (fields.has("Seconds") == fields.has("Timestamp")) {
			fields.problem("", "A Wait state needs exactly one of [Seconds, Timestamp]");
		}
		Template timestamp = fields.findTextTemplate("Timestamp");
		if (timestamp instanceof Template.Literal(JsonNode value) && value.isString()
				&& Timestamps.find(value.stringValue()).isEmpty()) {
			fields.problem("Timestamp", "Expected an ISO-8601 timestamp with an offset");
		}
		Template seconds = fields.findQuantity("Seconds", 0, LONGEST);
		return new State.Wait(name, seconds, timestamp, fields.outcome(), next(fields));
	}

	private State parallel(String name, Fields fields) {
		List<Flow> branches = new ArrayList<>();
		fields.requireEach("Branches", (branch, index) -> {
			branch.ignoreComment();
			branch.requireJsonata(false);
			branches.add(this.flows.apply(branch));
			branch.refuseOthers();
		});
		return new State.Parallel(name, branches, fields.findTemplate("Arguments"), this.handling.parse(fields),
				fields.outcome("result"), next(fields));
	}

	private State forEach(String name, Fields fields) {
		JsonNode processor = fields.require("ItemProcessor");
		Flow flow = new Flow("", Map.of());
		if (fields.has("ItemProcessor")) {
			Fields nested = Fields.of(processor, fields.path() + "/ItemProcessor", fields.problems());
			nested.ignoreComment();
			nested.requireJsonata(false);
			processorConfig(nested);
			flow = this.flows.apply(nested);
			nested.refuseOthers();
		}
		JsonNode given = fields.find("Items");
		Template items = (given != null) ? fields.queryOr("Items", given, "an array") : null;
		if (items instanceof Template.ObjectOf
				|| (items instanceof Template.Literal(JsonNode value) && !value.isArray())) {
			fields.problem("Items", "Expected an array or a JSONata string");
		}
		return new State.ForEach(name, flow, items, fields.findTemplate("ItemSelector"),
				fields.findQuantity("MaxConcurrency", 0, LONGEST),
				fields.findQuantity("ToleratedFailureCount", 0, LONGEST),
				fields.findQuantity("ToleratedFailurePercentage", 0, 100), this.handling.parse(fields),
				fields.outcome("result"), next(fields));
	}

	private static void processorConfig(Fields processor) {
		JsonNode given = processor.find("ProcessorConfig");
		if (given == null) {
			return;
		}
		Fields config = Fields.of(given, processor.path() + "/ProcessorConfig", processor.problems());
		String mode = config.findText("Mode");
		if (mode != null && !"INLINE".equals(mode)) {
			config.problem("Mode", "Mode '" + mode + "' is not supported, only 'INLINE' is");
		}
		config.refuseOthers();
	}

	private static @Nullable String next(Fields fields) {
		String next = fields.findText("Next");
		boolean end = fields.isTrue("End");
		if ((next != null) == end) {
			fields.problem("", "Exactly one of [Next, End] is required");
		}
		return next;
	}

}

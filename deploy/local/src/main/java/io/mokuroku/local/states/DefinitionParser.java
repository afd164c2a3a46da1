package io.mokuroku.local.states;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a definition in the Amazon States Language. Whatever this server would not run as
 * Step Functions does, it refuses here, with the place.
 */
final class DefinitionParser {

	/** The longest time the service knows, in seconds. */
	static final long LONGEST_SECONDS = 99_999_999;

	private static final int LARGEST = 1_048_576;

	private static final int LONGEST_NAME = 80;

	private final List<Problem> problems = new ArrayList<>();

	private final StateParser states = new StateParser(this::parseFlow);

	private DefinitionParser() {
	}

	/**
	 * Reads a definition.
	 * @param text the JSON text
	 * @throws InvalidDefinition with all problems found, if there are any
	 */
	static Definition parse(String text) {
		DefinitionParser parser = new DefinitionParser();
		Definition definition = parser.parseMachine(text);
		if (!parser.problems.isEmpty()) {
			throw new InvalidDefinition(parser.problems);
		}
		return definition;
	}

	private Definition parseMachine(String text) {
		if (text.length() > LARGEST) {
			throw new InvalidDefinition(List.of(new Problem("", "The definition is longer than " + LARGEST)));
		}
		Fields machine = Fields.of(read(text), "", this.problems);
		machine.ignoreComment();
		machine.requireJsonata(true);
		String version = machine.findText("Version");
		if (version != null && !"1.0".equals(version)) {
			machine.problem("Version", "Version '" + version + "' is not supported, only '1.0' is");
		}
		Long timeout = machine.findNumber("TimeoutSeconds", 1, LONGEST_SECONDS);
		Flow flow = parseFlow(machine);
		machine.refuseOthers();
		if (this.problems.isEmpty()) {
			FlowChecks.check(flow, this.problems);
		}
		return new Definition(flow, timeout);
	}

	private static JsonNode read(String text) {
		try {
			return Json.parse(text);
		}
		catch (JacksonException ex) {
			throw new InvalidDefinition(List.of(new Problem("", "Not valid JSON: " + ex.getOriginalMessage())));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidDefinition(List.of(new Problem("", "Not valid JSON: it is empty")));
		}
	}

	private Flow parseFlow(Fields fields) {
		String startAt = fields.requireText("StartAt");
		Map<String, State> parsed = new LinkedHashMap<>();
		JsonNode value = fields.require("States");
		if (value instanceof ObjectNode object && !object.isEmpty()) {
			object.properties().forEach((entry) -> {
				String name = entry.getKey();
				String path = fields.path() + "/States/" + name;
				if (name.isBlank() || name.length() > LONGEST_NAME) {
					this.problems.add(new Problem(path, "A state name must have 1 to " + LONGEST_NAME + " characters"));
				}
				this.states.parse(name, Fields.of(entry.getValue(), path, this.problems))
					.ifPresent((state) -> parsed.put(name, state));
			});
		}
		else if (fields.has("States")) {
			fields.problem("States", "Expected an object that is not empty");
		}
		return new Flow(startAt, parsed);
	}

}

package io.mokuroku.local.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The history of one execution in words: a line for each task that ended, with the second
 * it began, how long it took and what came of it, and one for each attempt that failed.
 */
public final class ExecutionLog {

	private final Map<Long, JsonNode> byId = new HashMap<>();

	private double began;

	private Optional<String> trace = Optional.empty();

	/**
	 * What happened since the last call.
	 * @param events the whole history, in order, as Step Functions tells it
	 * @return lines, none if nothing worth telling happened
	 */
	public List<String> news(List<JsonNode> events) {
		List<String> lines = new ArrayList<>();
		for (JsonNode event : events.subList(this.byId.size(), events.size())) {
			this.byId.put(event.path("id").asLong(), event);
			String type = event.path("type").asString("");
			switch (type) {
				case "ExecutionStarted" -> begin(event);
				case "TaskStateExited" ->
					lines.add(line(event, result(event.at("/stateExitedEventDetails/output").asString("{}"))));
				case "TaskFailed" ->
					lines.add(line(event, "failed: " + event.at("/taskFailedEventDetails/error").asString("?")));
				case "TaskTimedOut" -> lines.add(line(event, "timed out"));
				default -> {
					// the way between tasks
				}
			}
		}
		return lines;
	}

	/** The trace of the execution, once its beginning was read. */
	public Optional<String> findTrace() {
		return this.trace;
	}

	private void begin(JsonNode event) {
		this.began = time(event);
		String parent = JsonMapper.shared()
			.readTree(event.at("/executionStartedEventDetails/input").asString("{}"))
			.path("traceparent")
			.asString("");
		// version, trace, span, flags
		String[] parts = parent.split("-", -1);
		this.trace = (parts.length == 4) ? Optional.of(parts[1]) : Optional.empty();
	}

	private String line(JsonNode event, String result) {
		JsonNode entered = entered(event, this.byId);
		return String
			.format(Locale.ROOT, "  %7.2f s  %-14s %7.2f s  %s", time(entered) - this.began,
					entered.at("/stateEnteredEventDetails/name").asString("?"), time(event) - time(entered), result)
			.stripTrailing();
	}

	/**
	 * The event with which the state was entered that an event belongs to.
	 * @param byId the events until then, by their ids
	 */
	public static JsonNode entered(JsonNode event, Map<Long, JsonNode> byId) {
		JsonNode at = event;
		while (!at.path("type").asString("").endsWith("StateEntered")
				&& byId.containsKey(at.path("previousEventId").asLong())) {
			at = byId.get(at.path("previousEventId").asLong());
		}
		return at;
	}

	private static double time(JsonNode event) {
		return event.path("timestamp").asDouble();
	}

	/** The members of an output that are worth a person's time. */
	private static String result(String output) {
		JsonNode left = JsonMapper.shared().readTree(output);
		List<String> words = new ArrayList<>();
		for (String name : List.of("link", "status", "error", "verdict", "outcome")) {
			if (left.path(name).isString()) {
				words.add(left.get(name).asString());
			}
		}
		return String.join("  ", words);
	}

}

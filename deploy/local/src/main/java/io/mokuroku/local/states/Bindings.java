package io.mokuroku.local.states;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the expressions of one state may read: the workflow variables in scope and
 * {@code $states}.
 */
record Bindings(Map<String, Object> values) {

	/**
	 * Binds what a state can see.
	 * @param variables the workflow variables in scope
	 * @param input {@code $states.input}
	 * @param context {@code $states.context}
	 */
	static Bindings of(Map<String, JsonNode> variables, JsonNode input, JsonNode context) {
		Map<String, Object> values = new HashMap<>();
		variables.forEach((name, value) -> values.put(name, Json.toQuery(value)));
		Map<String, Object> states = new HashMap<>();
		states.put("input", Json.toQuery(input));
		states.put("context", Json.toQuery(context));
		values.put("states", states);
		return new Bindings(values);
	}

	Bindings withResult(JsonNode result) {
		return with("result", result);
	}

	Bindings withErrorOutput(JsonNode errorOutput) {
		return with("errorOutput", errorOutput);
	}

	private Bindings with(String name, JsonNode value) {
		Map<String, Object> states = new HashMap<>();
		if (this.values.get("states") instanceof Map<?, ?> known) {
			known.forEach((key, bound) -> states.put(String.valueOf(key), bound));
		}
		states.put(name, Json.toQuery(value));
		Map<String, Object> extended = new HashMap<>(this.values);
		extended.put("states", states);
		return new Bindings(extended);
	}

	@Nullable Object find(String name) {
		return this.values.get(name);
	}

}

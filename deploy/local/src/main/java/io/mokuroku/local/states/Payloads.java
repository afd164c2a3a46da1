package io.mokuroku.local.states;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * The limit on what may pass between states: 262,144 bytes of JSON.
 */
final class Payloads {

	static final int LIMIT = 262_144;

	private Payloads() {
	}

	static void check(JsonNode payload, String what, State state) throws StateFailed {
		check(Json.bytes(payload), what, state);
	}

	/** The variables one state assigns share one limit. */
	static void checkAll(Map<String, JsonNode> variables, State state) throws StateFailed {
		check(variables.values().stream().mapToInt(Json::bytes).sum(), "variables", state);
	}

	private static void check(int bytes, String what, State state) throws StateFailed {
		if (bytes > LIMIT) {
			throw new StateFailed(ErrorNames.DATA_LIMIT_EXCEEDED, "The " + what + " of the state '" + state.name()
					+ "' has " + bytes + " bytes, more than the limit of " + LIMIT + " bytes.");
		}
	}

}

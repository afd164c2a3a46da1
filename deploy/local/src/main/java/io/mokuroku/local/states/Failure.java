package io.mokuroku.local.states;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a state failed. A worker may report a failure without a name.
 *
 * @param error the error name
 * @param cause a text for people
 * @param heartbeat whether it is a missed heartbeat, which has the name of a time-out
 */
record Failure(@Nullable String error, @Nullable String cause, boolean heartbeat) {

	static Failure of(@Nullable String error, @Nullable String cause) {
		return new Failure(error, cause, false);
	}

	/** The value of {@code $states.errorOutput}. */
	JsonNode toOutput() {
		ObjectNode output = Json.object();
		output.put("Error", this.error);
		output.put("Cause", this.cause);
		return output;
	}

}

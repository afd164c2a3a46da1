package io.mokuroku.local.states;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of one API call.
 */
record ApiRequest(ObjectNode members) {

	static ApiRequest parse(byte[] body) {
		try {
			if (Json.MAPPER.readTree(body) instanceof ObjectNode members) {
				return new ApiRequest(members);
			}
		}
		catch (JacksonException ex) {
			throw new ApiFailure("SerializationException", "The request is not valid JSON");
		}
		throw new ApiFailure("SerializationException", "The request is not a JSON object");
	}

	Optional<String> find(String name) {
		JsonNode value = this.members.get(name);
		return (value != null && value.isString()) ? Optional.of(value.stringValue()) : Optional.empty();
	}

	String get(String name) {
		return find(name).orElseThrow(() -> ApiFailure.invalid("1 validation error detected: Value null at '" + name
				+ "' failed to satisfy constraint: Member must not be null"));
	}

	/** A text of at most so many characters. */
	String get(String name, int longest) {
		String value = get(name);
		checkLength(name, value, longest);
		return value;
	}

	Optional<String> find(String name, int longest) {
		Optional<String> value = find(name);
		value.ifPresent((text) -> checkLength(name, text, longest));
		return value;
	}

	boolean is(String name, boolean otherwise) {
		return this.members.path(name).asBoolean(otherwise);
	}

	Optional<Integer> findInt(String name, int min, int max) {
		JsonNode value = this.members.get(name);
		if (value == null || value.isNull()) {
			return Optional.empty();
		}
		if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
			throw ApiFailure.invalid("1 validation error detected: Value '" + value + "' at '" + name
					+ "' failed to satisfy constraint: Member must have value less than or equal to " + max);
		}
		return Optional.of(value.intValue());
	}

	private static void checkLength(String name, String value, int longest) {
		if (value.length() > longest) {
			throw ApiFailure.invalid("1 validation error detected: Value at '" + name
					+ "' failed to satisfy constraint: Member must have length less than or equal to " + longest);
		}
	}

}

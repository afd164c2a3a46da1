package io.mokuroku.enrichment.workflow;

import tools.jackson.databind.JsonNode;

/**
 * The schemas beside the definition as they are written.
 */
final class WrittenSchemas {

	private WrittenSchemas() {
	}

	/** A schema as it is written. */
	static JsonNode of(String name) {
		return WorkflowJson.MAPPER.readTree(PayloadSchemas.resource(name).orElseThrow());
	}

	/** A schema, a reference at its root followed. */
	static JsonNode resolved(String name) {
		return follow(of(name));
	}

	/** Where a reference leads; anything else itself. */
	static JsonNode follow(JsonNode schema) {
		String reference = schema.path("$ref").asString("");
		if (reference.isEmpty()) {
			return schema;
		}
		String[] halves = reference.substring(reference.lastIndexOf(':') + 1).split("#", 2);
		return of(halves[0].isEmpty() ? "definitions" : halves[0]).at(halves[1]);
	}

}

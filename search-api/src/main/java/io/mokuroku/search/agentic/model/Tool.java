package io.mokuroku.search.agentic.model;

import tools.jackson.databind.JsonNode;

/**
 * Something a model may use.
 *
 * @param name what it calls it
 * @param description what it is for
 * @param schema the JSON schema of its arguments
 */
public record Tool(String name, String description, JsonNode schema) {
}

package io.mokuroku.search.agentic.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something a model wants to be done.
 *
 * @param id names it within the conversation
 * @param tool the tool, whether there is one or not
 * @param arguments as the model wrote them, null if that is no JSON
 */
public record ToolUse(String id, String tool, @Nullable JsonNode arguments) {
}

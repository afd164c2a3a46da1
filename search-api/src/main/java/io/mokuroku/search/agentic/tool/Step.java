package io.mokuroku.search.agentic.tool;

import tools.jackson.databind.JsonNode;

/**
 * Something that was done for an answer.
 *
 * @param tool by which tool
 * @param arguments with which arguments
 * @param found how many anime it gave
 */
public record Step(String tool, JsonNode arguments, int found) {
}

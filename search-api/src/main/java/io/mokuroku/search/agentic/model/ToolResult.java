package io.mokuroku.search.agentic.model;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a tool gave.
 *
 * @param useId for which use
 * @param content what it gave, or why it gave nothing
 * @param failed whether it gave nothing
 */
public record ToolResult(String useId, ObjectNode content, boolean failed) {
}

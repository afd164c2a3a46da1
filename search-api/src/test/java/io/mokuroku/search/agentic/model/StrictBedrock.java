package io.mokuroku.search.agentic.model;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Bedrock refuses: empty blocks, messages out of turn, results nobody asked for,
 * names it does not take, and, of Qwen models, stop sequences.
 */
final class StrictBedrock {

	private static final String NAME = "[a-zA-Z0-9_-]{1,64}";

	private StrictBedrock() {
	}

	static @Nullable String findWrong(JsonNode body) {
		if (body.path("inferenceConfig").has("stopSequences")) {
			return "stop sequences";
		}
		if (body.path("toolConfig").path("tools").isEmpty() || body.path("system").isEmpty()) {
			return "no tools or no system prompt";
		}
		String role = "user";
		Set<String> open = new HashSet<>();
		for (JsonNode message : body.get("messages")) {
			if (!message.get("role").asString().equals(role) || message.get("content").isEmpty()) {
				return "out of turn, or empty";
			}
			for (JsonNode block : message.get("content")) {
				String wrong = wrong(block, open);
				if (wrong != null) {
					return wrong;
				}
			}
			if (role.equals("user") && !open.isEmpty()) {
				return "uses without results";
			}
			role = role.equals("user") ? "assistant" : "user";
		}
		return role.equals("assistant") ? null : "ends with a reply";
	}

	private static @Nullable String wrong(JsonNode block, Set<String> open) {
		if (block.has("text")) {
			return block.get("text").asString().isBlank() ? "an empty block" : null;
		}
		if (block.has("toolUse")) {
			JsonNode use = block.get("toolUse");
			boolean right = use.get("name").asString().matches(NAME) && use.get("input").isObject()
					&& use.get("toolUseId").asString().matches(NAME) && open.add(use.get("toolUseId").asString());
			return right ? null : "a wrong use";
		}
		JsonNode result = block.get("toolResult");
		return (result != null && open.remove(result.get("toolUseId").asString())
				&& result.get("content").get(0).get("json").isObject()) ? null : "a wrong result";
	}

}

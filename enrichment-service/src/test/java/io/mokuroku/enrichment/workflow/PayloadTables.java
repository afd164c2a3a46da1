package io.mokuroku.enrichment.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * The schemas of a payload as text: each field, its form and an example.
 */
final class PayloadTables {

	private PayloadTables() {
	}

	/** The section about what a task is asked with and what it answers. */
	static String of(String payload) {
		return "### " + payload + "\n\n" + half(payload + ".input") + "\n\n" + half(payload + ".output");
	}

	private static String half(String name) {
		JsonNode written = WrittenSchemas.of(name);
		JsonNode schema = WrittenSchemas.resolved(name);
		List<String> lines = new ArrayList<>();
		lines.add("**" + written.get("title").asString() + "** (`" + name + ".json`): "
				+ written.get("description").asString());
		if (!schema.path("properties").isEmpty()) {
			lines.add("");
			lines.add("| field | form | |");
			lines.add("|---|---|---|");
			Set<String> required = new HashSet<>();
			schema.path("required").forEach((field) -> required.add(field.asString()));
			schema.get("properties")
				.propertyStream()
				.forEach((field) -> lines.add("| `%s`%s | %s | %s |".formatted(field.getKey(),
						required.contains(field.getKey()) ? "" : " (may be absent)", form(field.getValue()),
						described(field.getValue()))));
		}
		lines.add("");
		lines.add("```json");
		written.get("examples").forEach((example) -> lines.add(WorkflowJson.MAPPER.writeValueAsString(example)));
		lines.add("```");
		return String.join("\n", lines);
	}

	private static String form(JsonNode field) {
		JsonNode schema = WrittenSchemas.follow(field);
		if (schema.has("enum")) {
			return schema.get("enum")
				.valueStream()
				.map((value) -> "`" + value.asString() + "`")
				.collect(Collectors.joining(", "));
		}
		if (schema.has("anyOf")) {
			return schema.get("anyOf").valueStream().map(PayloadTables::form).collect(Collectors.joining(", "));
		}
		if (schema.has("const")) {
			return "`" + schema.get("const").asString() + "`";
		}
		return switch (schema.path("type").asString("any")) {
			case "array" -> "list of " + form(schema.get("items"));
			case "object" -> schema.has("properties") ? schema.get("properties")
				.propertyStream()
				.map((inner) -> "`" + inner.getKey() + "` " + form(inner.getValue()))
				.collect(Collectors.joining(", ", "{ ", " }")) : "object";
			case "string" -> schema.has("format") ? schema.get("format").asString() : "text";
			case String type -> type;
		};
	}

	private static String described(JsonNode field) {
		return field.has("description") ? field.get("description").asString()
				: WrittenSchemas.follow(field).path("description").asString("");
	}

}

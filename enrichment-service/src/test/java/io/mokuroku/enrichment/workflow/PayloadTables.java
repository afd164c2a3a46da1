package io.mokuroku.enrichment.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * The schemas of a payload as text: each field, its form and an example.
 *
 * @param schemas where they come from
 */
record PayloadTables(PayloadSchemas schemas) {

	/** The section about what a task is asked with and what it answers. */
	String of(String payload) {
		return "### " + payload + "\n\n" + half(payload + ".input") + "\n\n" + half(payload + ".output");
	}

	private String half(String name) {
		JsonNode written = this.schemas.written(name);
		JsonNode schema = this.schemas.resolved(name);
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

	private String form(JsonNode field) {
		JsonNode schema = this.schemas.follow(field);
		if (schema.has("enum")) {
			return schema.get("enum")
				.valueStream()
				.map((value) -> "`" + value.asString() + "`")
				.collect(Collectors.joining(", "));
		}
		if (schema.has("anyOf")) {
			return schema.get("anyOf").valueStream().map(this::form).collect(Collectors.joining(", "));
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

	private String described(JsonNode field) {
		return field.has("description") ? field.get("description").asString()
				: this.schemas.follow(field).path("description").asString("");
	}

}

package io.mokuroku.enrichment.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * The parts of docs/workflow.md that the definition and the schemas tell.
 */
final class WorkflowPage {

	private final DefinedStates definition;

	WorkflowPage(DefinedStates definition) {
		this.definition = definition;
	}

	/** The page: a text whose placeholders are filled in. */
	String of(String template) {
		return template.replace("{{diagram}}", diagram())
			.replace("{{states}}", states())
			.replace("{{ends}}", ends())
			.replace("{{payloads}}", payloads());
	}

	private String diagram() {
		StringBuilder text = new StringBuilder("```mermaid\nflowchart TD\n");
		draw(this.definition.machine(), "\t", text);
		return text.append("```").toString();
	}

	private static void draw(JsonNode group, String indent, StringBuilder text) {
		group.get("States").propertyStream().forEach((state) -> {
			String name = state.getKey();
			List<JsonNode> within = DefinedStates.within(state.getValue());
			if (within.isEmpty()) {
				text.append(indent).append(name).append(shape(state.getValue(), name)).append('\n');
			}
			else {
				text.append(indent).append("subgraph ").append(name).append('\n');
				within.forEach((inner) -> draw(inner, indent + "\t", text));
				text.append(indent).append("end\n");
			}
			arrows(name, state.getValue(), indent, text);
		});
	}

	private static String shape(JsonNode state, String name) {
		return switch (state.get("Type").asString()) {
			case "Choice" -> "{" + name + "}";
			case "Succeed" -> "(((" + name + ")))";
			case "Fail" -> "[/" + name + "/]";
			case "Wait" -> "([" + name + "])";
			default -> "[" + name + "]";
		};
	}

	private static void arrows(String name, JsonNode state, String indent, StringBuilder text) {
		Set<String> drawn = new LinkedHashSet<>();
		state.path("Choices").forEach((rule) -> drawn.add(name + " --> " + rule.get("Next").asString()));
		if (state.has("Default")) {
			drawn.add(name + " -->|else| " + state.get("Default").asString());
		}
		if (state.has("Next")) {
			drawn.add(name + " --> " + state.get("Next").asString());
		}
		state.path("Catch")
			.forEach((caught) -> drawn.add(name + " -.->|" + errors(caught) + "| " + caught.get("Next").asString()));
		drawn.forEach((arrow) -> text.append(indent).append(arrow).append('\n'));
	}

	private String states() {
		List<String> rows = new ArrayList<>();
		rows.add("| state | what it is | asks | at most | tried again | leads to |");
		rows.add("|---|---|---|---|---|---|");
		this.definition.states()
			.forEach((name,
					state) -> rows.add("| `%s` | %s | %s | %s | %s | %s |".formatted(name, what(state),
							DefinedStates.findPayload(state)
								.map((payload) -> "[%s](#%s)".formatted(payload, payload))
								.orElse(""),
							limits(state), retries(state), leads(state))));
		return String.join("\n", rows);
	}

	private static String what(JsonNode state) {
		String type = state.get("Type").asString();
		return state.has("Comment") ? type + ": " + state.get("Comment").asString() : type;
	}

	private static String limits(JsonNode state) {
		List<String> limits = new ArrayList<>();
		if (state.has("TimeoutSeconds")) {
			limits.add(state.get("TimeoutSeconds").asInt() + " s");
		}
		if (state.has("HeartbeatSeconds")) {
			limits.add("a sign of life every " + state.get("HeartbeatSeconds").asInt() + " s");
		}
		return String.join(", ", limits);
	}

	private static String retries(JsonNode state) {
		return state.path("Retry")
			.valueStream()
			.map((retry) -> "%s: %d times, from %d s".formatted(errors(retry), retry.get("MaxAttempts").asInt(),
					retry.get("IntervalSeconds").asInt()))
			.collect(Collectors.joining("; "));
	}

	private static String leads(JsonNode state) {
		List<String> leads = new ArrayList<>();
		state.path("Choices")
			.forEach((rule) -> leads
				.add("`%s` if `%s`".formatted(rule.get("Next").asString(), bare(rule.get("Condition").asString()))));
		if (state.has("Default")) {
			leads.add("else `" + state.get("Default").asString() + "`");
		}
		if (state.has("Next")) {
			leads.add("`" + state.get("Next").asString() + "`");
		}
		state.path("Catch")
			.forEach((caught) -> leads.add("`%s` after %s".formatted(caught.get("Next").asString(), errors(caught))));
		return leads.isEmpty() ? "the end of " + (state.has("End") ? "its branch" : "the execution")
				: String.join("; ", leads);
	}

	private String ends() {
		List<String> rows = new ArrayList<>();
		rows.add("| end | error or outcome | why |");
		rows.add("|---|---|---|");
		this.definition.states().forEach((name, state) -> {
			JsonNode outcome = state.path("Output").path("outcome");
			if (outcome.isString()) {
				rows.add("| `%s` | %s | %s |".formatted(name, outcome.asString(),
						state.path("Comment").asString("The entry was published.")));
			}
			else if (state.get("Type").asString().equals("Fail") && !this.definition.isTopLevel(name)) {
				rows.add("| `%s` | %s | %s |".formatted(name, state.get("Error").asString(),
						bare(state.get("Cause").asString())));
			}
		});
		return String.join("\n", rows);
	}

	private String payloads() {
		Set<String> names = new LinkedHashSet<>(List.of("execution"));
		for (Map.Entry<String, JsonNode> state : this.definition.states().entrySet()) {
			DefinedStates.findPayload(state.getValue()).ifPresent(names::add);
		}
		return names.stream().map(PayloadTables::of).collect(Collectors.joining("\n\n"));
	}

	private static String errors(JsonNode rule) {
		return rule.get("ErrorEquals").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
	}

	/** An expression without its brackets, fit for a table. */
	private static String bare(String expression) {
		return expression.replace("{% ", "").replace(" %}", "").replace("|", "\\|");
	}

}

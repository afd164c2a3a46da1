package io.mokuroku.local.states;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of one object of a definition, notes every problem with its path, and
 * in the end refuses the fields nobody asked for.
 */
final class Fields {

	private final ObjectNode node;

	private final String path;

	private final List<Problem> problems;

	private final Set<String> known = new HashSet<>();

	Fields(ObjectNode node, String path, List<Problem> problems) {
		this.node = node;
		this.path = path;
		this.problems = problems;
	}

	/** The fields of a value that must be an object; of an empty one if it is not. */
	static Fields of(JsonNode node, String path, List<Problem> problems) {
		if (node instanceof ObjectNode object) {
			return new Fields(object, path, problems);
		}
		problems.add(new Problem(path, "Expected a JSON object"));
		return new Fields(Json.object(), path, new ArrayList<>());
	}

	void refuseOthers() {
		for (String name : this.node.propertyNames()) {
			if (!this.known.contains(name)) {
				problem(name, "Field '" + name + "' is not supported");
			}
		}
	}

	void problem(String field, String message) {
		this.problems.add(new Problem(field.isEmpty() ? this.path : this.path + '/' + field, message));
	}

	boolean has(String name) {
		return this.node.has(name);
	}

	@Nullable JsonNode find(String name) {
		this.known.add(name);
		return this.node.get(name);
	}

	JsonNode require(String name) {
		JsonNode value = find(name);
		if (value == null) {
			this.problems.add(new Problem(this.path, "These fields are required: [" + name + "]"));
			return NullNode.getInstance();
		}
		return value;
	}

	String requireText(String name) {
		JsonNode value = require(name);
		if (value.isString()) {
			return value.stringValue();
		}
		if (has(name)) {
			problem(name, "Expected a string");
		}
		return "";
	}

	@Nullable String findText(String name) {
		return (find(name) != null) ? requireText(name) : null;
	}

	boolean isTrue(String name) {
		JsonNode value = find(name);
		if (value != null && !value.isBoolean()) {
			problem(name, "Expected true or false");
		}
		return value != null && value.isBoolean() && value.booleanValue();
	}

	@Nullable Long findNumber(String name, long min, long max) {
		JsonNode value = find(name);
		if (value == null) {
			return null;
		}
		if (!Json.isWholeNumber(value) || value.longValue() < min || value.longValue() > max) {
			problem(name, "Expected a whole number from " + min + " to " + max);
			return null;
		}
		return value.longValue();
	}

	/** A number, or JSONata that yields one. */
	@Nullable Template findQuantity(String name, long min, long max) {
		JsonNode value = find(name);
		if (value == null) {
			return null;
		}
		if (!value.isString()) {
			findNumber(name, min, max);
		}
		return queryOr(name, value, "a number");
	}

	/** A string, or JSONata that yields one. */
	@Nullable Template findTextTemplate(String name) {
		JsonNode value = find(name);
		if (value != null && !value.isString()) {
			problem(name, "Expected a string");
		}
		return findTemplate(name);
	}

	/** Any JSON value with JSONata in it. */
	@Nullable Template findTemplate(String name) {
		JsonNode value = find(name);
		return (value != null) ? Templates.parse(value, this.path + '/' + name, QuerySources.EVERYWHERE, this.problems)
				: null;
	}

	/** A value that is not text, or JSONata that yields one. */
	Template queryOr(String name, JsonNode value, String expected) {
		Template template = Templates.parse(value, this.path + '/' + name, QuerySources.EVERYWHERE, this.problems);
		if (template instanceof Template.Literal literal && literal.value().isString()) {
			problem(name, "Expected " + expected + " or a JSONata string");
		}
		return template;
	}

	/**
	 * The Output and Assign fields.
	 * @param readable the fields of {@code $states} they can read beside those all can
	 */
	Outcome outcome(String... readable) {
		Set<String> all = new HashSet<>(QuerySources.EVERYWHERE);
		all.addAll(List.of(readable));
		JsonNode value = find("Output");
		Template output = (value != null) ? Templates.parse(value, this.path + "/Output", all, this.problems) : null;
		return new Outcome(output, assign(all));
	}

	private Map<String, Template> assign(Set<String> readable) {
		Map<String, Template> variables = new LinkedHashMap<>();
		JsonNode value = find("Assign");
		if (value == null) {
			return variables;
		}
		if (!(value instanceof ObjectNode object)) {
			problem("Assign", "Expected a JSON object");
			return variables;
		}
		object.properties().forEach((entry) -> {
			String at = "Assign/" + entry.getKey();
			if (!VariableNames.isLegal(entry.getKey())) {
				problem(at, "'" + entry.getKey() + "' is not a legal variable name");
			}
			variables.put(entry.getKey(),
					Templates.parse(entry.getValue(), this.path + '/' + at, readable, this.problems));
		});
		return variables;
	}

	/** Calls back for every element of an array of objects that must not be empty. */
	void requireEach(String name, BiConsumer<Fields, Integer> element) {
		JsonNode value = require(name);
		if (!has(name)) {
			return;
		}
		if (!value.isArray() || value.isEmpty()) {
			problem(name, "Expected an array that is not empty");
			return;
		}
		for (int i = 0; i < value.size(); i++) {
			element.accept(Fields.of(value.get(i), this.path + '/' + name + '/' + i, this.problems), i);
		}
	}

	/** As {@link #requireEach}, if the field is there; an empty array is fine. */
	void findEach(String name, BiConsumer<Fields, Integer> element) {
		JsonNode value = find(name);
		if (value != null && !(value.isArray() && value.isEmpty())) {
			requireEach(name, element);
		}
	}

	/** The names of a field that lists error names. */
	List<String> requireTexts(String name) {
		JsonNode value = require(name);
		List<String> texts = new ArrayList<>();
		if (value.isArray()) {
			value.forEach((item) -> texts.add(item.isString() ? item.stringValue() : ""));
		}
		if (has(name) && (texts.isEmpty() || texts.contains(""))) {
			problem(name, "Expected an array of strings that is not empty");
		}
		return texts;
	}

	/** The comment and the query language any object may carry. */
	void ignoreComment() {
		findText("Comment");
	}

	void requireJsonata(boolean mandatory) {
		String language = findText("QueryLanguage");
		if (language == null && mandatory) {
			problem("", "Only JSONata machines are supported: set QueryLanguage to 'JSONata'");
		}
		else if (language != null && !"JSONata".equals(language)) {
			problem("QueryLanguage", "Query language '" + language + "' is not supported, only 'JSONata' is");
		}
	}

	String path() {
		return this.path;
	}

	List<Problem> problems() {
		return this.problems;
	}

}

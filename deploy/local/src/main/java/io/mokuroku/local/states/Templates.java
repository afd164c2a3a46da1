package io.mokuroku.local.states;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Turns a JSON value of a definition into a {@link Template}, compiling its JSONata.
 */
final class Templates {

	private static final String OPEN = "{%";

	private static final String CLOSE = "%}";

	private Templates() {
	}

	/**
	 * Reads a value.
	 * @param readable the fields of {@code $states} that exist where the value stands
	 */
	static Template parse(JsonNode value, String path, Set<String> readable, List<Problem> problems) {
		if (value.isString()) {
			return parseText(value, path, readable, problems);
		}
		if (value.isObject()) {
			Map<String, Template> fields = new LinkedHashMap<>();
			value.properties()
				.forEach((field) -> fields.put(field.getKey(),
						parse(field.getValue(), path + '/' + field.getKey(), readable, problems)));
			boolean literal = fields.values().stream().allMatch(Template.Literal.class::isInstance);
			return literal ? new Template.Literal(value) : new Template.ObjectOf(fields);
		}
		if (value.isArray()) {
			List<Template> items = new ArrayList<>();
			for (int i = 0; i < value.size(); i++) {
				items.add(parse(value.get(i), path + '/' + i, readable, problems));
			}
			boolean literal = items.stream().allMatch(Template.Literal.class::isInstance);
			return literal ? new Template.Literal(value) : new Template.ArrayOf(items);
		}
		return new Template.Literal(value);
	}

	private static Template parseText(JsonNode value, String path, Set<String> readable, List<Problem> problems) {
		String text = value.stringValue();
		boolean opened = text.startsWith(OPEN);
		boolean closed = text.endsWith(CLOSE);
		if (!opened && !closed) {
			return new Template.Literal(value);
		}
		if (!opened || !closed || text.length() < OPEN.length() + CLOSE.length()) {
			problems.add(new Problem(path, "A JSONata string must start with '{%' and end with '%}'"));
			return new Template.Literal(value);
		}
		String source = text.substring(OPEN.length(), text.length() - CLOSE.length()).strip();
		try {
			Template.Query query = new Template.Query(Expression.compile(source));
			QuerySources.check(source, path, readable, problems);
			return query;
		}
		catch (IllegalArgumentException ex) {
			problems.add(new Problem(path, "The JSONata expression does not parse: " + ex.getMessage()));
			return new Template.Literal(value);
		}
	}

}

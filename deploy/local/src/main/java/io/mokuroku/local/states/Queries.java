package io.mokuroku.local.states;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates templates as Step Functions does: JSONata 2.0 with its additional functions
 * and without {@code $eval}.
 */
final class Queries {

	private static final Set<String> DISABLED = Set.of("eval");

	private final QueryFunctions functions;

	Queries(QueryFunctions functions) {
		this.functions = functions;
	}

	/**
	 * The value of a template.
	 * @param field the field of the state, for the message
	 * @throws QueryFailure if an expression throws, returns nothing or returns what is
	 * not JSON
	 */
	JsonNode evaluate(Template template, String field, Bindings bindings) throws QueryFailure {
		return switch (template) {
			case Template.Literal literal -> literal.value();
			case Template.Query query -> evaluate(query.expression(), field, bindings);
			case Template.ObjectOf object -> {
				ObjectNode node = Json.object();
				for (Map.Entry<String, Template> entry : object.fields().entrySet()) {
					String location = field + '/' + entry.getKey();
					node.set(entry.getKey(), evaluate(entry.getValue(), location, bindings));
				}
				yield node;
			}
			case Template.ArrayOf array -> {
				ArrayNode node = Json.array();
				for (int i = 0; i < array.items().size(); i++) {
					node.add(evaluate(array.items().get(i), field + '[' + i + ']', bindings));
				}
				yield node;
			}
		};
	}

	/** The values of an Assign block: all are computed before any is assigned. */
	Map<String, JsonNode> evaluateAll(Map<String, Template> templates, String field, Bindings bindings)
			throws QueryFailure {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		for (Map.Entry<String, Template> entry : templates.entrySet()) {
			String location = field + '/' + entry.getKey();
			values.put(entry.getKey(), evaluate(entry.getValue(), location, bindings));
		}
		return values;
	}

	/**
	 * The value of a template that must be a whole number from {@code min} to
	 * {@code max}.
	 */
	long evaluateNumber(Template template, String field, Bindings bindings, long min, long max) throws QueryFailure {
		JsonNode value = evaluate(template, field, bindings);
		if (!Json.isWholeNumber(value) || value.longValue() < min || value.longValue() > max) {
			throw new QueryFailure(field, "The field '" + field + "' must be a whole number from " + min + " to " + max
					+ ", but was: " + Json.text(value));
		}
		return value.longValue();
	}

	/** The value of a template that must be a string. */
	String evaluateText(Template template, String field, Bindings bindings) throws QueryFailure {
		JsonNode value = evaluate(template, field, bindings);
		if (!value.isString()) {
			throw unexpected(template, field, "string", value);
		}
		return value.stringValue();
	}

	static QueryFailure unexpected(Template template, String field, String expected, JsonNode value) {
		String what = (template instanceof Template.Query query)
				? "The JSONata expression '" + query.expression().source() + "' specified for the field '" + field + "'"
				: "The field '" + field + "'";
		return new QueryFailure(field, what + " returned an unexpected result type. Expected '" + expected
				+ "', but was '" + typeOf(value) + "' for value: " + Json.text(value));
	}

	private JsonNode evaluate(Expression expression, String field, Bindings bindings) throws QueryFailure {
		Map<String, Object> values = new HashMap<>(this.functions.all());
		values.putAll(bindings.values());
		String what = "The JSONata expression '" + expression.source() + "' specified for the field '" + field + "'";
		@Nullable Object value;
		try {
			value = expression.evaluate(values, DISABLED);
		}
		catch (IllegalStateException ex) {
			throw new QueryFailure(field, what + " threw an error during evaluation. " + ex.getMessage());
		}
		if (value == null) {
			throw new QueryFailure(field, what + " returned nothing (undefined).");
		}
		try {
			return Json.fromQuery(value);
		}
		catch (IllegalArgumentException ex) {
			throw new QueryFailure(field, what + " returned an unsupported result type.");
		}
	}

	private static String typeOf(JsonNode value) {
		return value.getNodeType().name().toLowerCase(Locale.ROOT);
	}

}

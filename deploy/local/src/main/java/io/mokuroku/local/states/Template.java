package io.mokuroku.local.states;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A JSON value of a definition in which strings between <code>{%</code> and
 * <code>%}</code> are JSONata.
 */
sealed interface Template {

	record Literal(JsonNode value) implements Template {
	}

	record Query(Expression expression) implements Template {
	}

	record ObjectOf(Map<String, Template> fields) implements Template {

		public ObjectOf {
			fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
		}

	}

	record ArrayOf(List<Template> items) implements Template {

		public ArrayOf {
			items = List.copyOf(items);
		}

	}

}

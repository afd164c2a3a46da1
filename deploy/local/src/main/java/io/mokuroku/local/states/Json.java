package io.mokuroku.local.states;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.dashjoin.jsonata.Jsonata;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one JSON mapper of this package, and the passage between JSON and the plain values
 * JSONata computes with.
 */
final class Json {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private Json() {
	}

	/** Throws {@link tools.jackson.core.JacksonException} if the text is not JSON. */
	static JsonNode parse(String text) {
		JsonNode node = MAPPER.readTree(text);
		if (node.isMissingNode()) {
			throw new IllegalArgumentException("no JSON value");
		}
		return node;
	}

	static String text(JsonNode node) {
		return MAPPER.writeValueAsString(node);
	}

	/** The length of the compact JSON text in UTF-8. */
	static int bytes(JsonNode node) {
		return text(node).getBytes(StandardCharsets.UTF_8).length;
	}

	static ObjectNode object() {
		return NODES.objectNode();
	}

	static ArrayNode array() {
		return NODES.arrayNode();
	}

	/** JSONata tells JSON null from "nothing": null becomes its own null value. */
	static Object toQuery(JsonNode node) {
		return switch (node.getNodeType()) {
			case OBJECT -> {
				Map<String, Object> map = new LinkedHashMap<>();
				node.properties().forEach((field) -> map.put(field.getKey(), toQuery(field.getValue())));
				yield map;
			}
			case ARRAY -> {
				List<Object> list = new ArrayList<>(node.size());
				node.forEach((item) -> list.add(toQuery(item)));
				yield list;
			}
			case STRING -> node.stringValue();
			case BOOLEAN -> node.booleanValue();
			case NUMBER -> toNumber(node);
			case NULL, MISSING -> Jsonata.NULL_VALUE;
			case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
		};
	}

	private static Object toNumber(JsonNode node) {
		if (node.isIntegralNumber() && node.canConvertToInt()) {
			return node.intValue();
		}
		return (node.isIntegralNumber() && node.canConvertToLong()) ? (Object) node.longValue() : node.doubleValue();
	}

	/**
	 * Throws {@link IllegalArgumentException} for what JSON cannot say: functions,
	 * regular expressions, numbers that are not finite.
	 */
	static JsonNode fromQuery(Object value) {
		if (Jsonata.NULL_VALUE.equals(value)) {
			return NODES.nullNode();
		}
		return switch (value) {
			case String text -> NODES.stringNode(text);
			case Boolean truth -> NODES.booleanNode(truth);
			case Integer number -> NODES.numberNode(number);
			case Long number -> fromWhole(number);
			case Number number when Double.isFinite(number.doubleValue()) -> fromNumber(number.doubleValue());
			case List<?> list -> fromList(list);
			case Map<?, ?> map -> fromMap(map);
			default -> throw new IllegalArgumentException("unsupported result type");
		};
	}

	private static JsonNode fromNumber(double number) {
		boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
		return whole ? fromWhole((long) number) : NODES.numberNode(number);
	}

	/** As the parser would read it, so that equal numbers are equal nodes. */
	private static JsonNode fromWhole(long number) {
		return (number == (int) number) ? NODES.numberNode((int) number) : NODES.numberNode(number);
	}

	private static JsonNode fromList(List<?> list) {
		ArrayNode array = array();
		for (Object item : list) {
			array.add((item != null) ? fromQuery(item) : NODES.nullNode());
		}
		return array;
	}

	private static JsonNode fromMap(Map<?, ?> map) {
		ObjectNode object = object();
		map.forEach(
				(key, value) -> object.set(String.valueOf(key), (value != null) ? fromQuery(value) : NODES.nullNode()));
		return object;
	}

	static boolean isWholeNumber(JsonNode node) {
		return node.isIntegralNumber() && node.canConvertToLong();
	}

}

package io.mokuroku.catalogue.store;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items as lines of DynamoDB JSON, {@code {"Item":{"anime_id":{"S":"…"},…}}}.
 */
final class ItemLines {

	private static final String ITEM = "Item";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private ItemLines() {
	}

	static String write(Map<String, AttributeValue> item) {
		StringWriter line = new StringWriter(256);
		try (JsonGenerator json = MAPPER.createGenerator(line)) {
			json.writeStartObject();
			json.writeName(ITEM);
			writeAttributes(json, item);
			json.writeEndObject();
		}
		return line.toString();
	}

	/**
	 * Reads a line.
	 * @throws IllegalArgumentException if it holds no item
	 */
	static Map<String, AttributeValue> read(String line) {
		try {
			JsonNode item = MAPPER.readTree(line).path(ITEM);
			if (!item.isObject()) {
				throw new IllegalArgumentException("A line without an item");
			}
			return readAttributes(item);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("Not a line of JSON: " + ex.getOriginalMessage(), ex);
		}
	}

	private static void writeAttributes(JsonGenerator json, Map<String, AttributeValue> attributes) {
		json.writeStartObject();
		new TreeMap<>(attributes).forEach((name, value) -> {
			json.writeName(name);
			writeValue(json, value);
		});
		json.writeEndObject();
	}

	private static void writeValue(JsonGenerator json, AttributeValue value) {
		AttributeValue.Type type = value.type();
		json.writeStartObject();
		json.writeName((type == AttributeValue.Type.NUL) ? "NULL" : type.name());
		switch (type) {
			case S -> json.writeString(value.s());
			case N -> json.writeString(value.n());
			case B -> json.writeString(text(value.b()));
			case BOOL -> json.writeBoolean(value.bool());
			case NUL -> json.writeBoolean(true);
			case SS -> writeSorted(json, value.ss());
			case NS -> writeSorted(json, value.ns());
			case BS -> writeSorted(json, value.bs().stream().map(ItemLines::text).toList());
			case M -> writeAttributes(json, value.m());
			case L -> {
				json.writeStartArray();
				value.l().forEach((each) -> writeValue(json, each));
				json.writeEndArray();
			}
			case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("An attribute of unknown type");
		}
		json.writeEndObject();
	}

	private static void writeSorted(JsonGenerator json, List<String> values) {
		json.writeStartArray();
		values.stream().sorted().forEach(json::writeString);
		json.writeEndArray();
	}

	private static Map<String, AttributeValue> readAttributes(JsonNode attributes) {
		Map<String, AttributeValue> item = new HashMap<>();
		attributes.properties().forEach((each) -> item.put(each.getKey(), readValue(each.getValue())));
		return item;
	}

	private static AttributeValue readValue(JsonNode typed) {
		if (typed.size() != 1) {
			throw new IllegalArgumentException("An attribute without one type");
		}
		Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
		JsonNode value = only.getValue();
		return switch (only.getKey()) {
			case "S" -> AttributeValue.fromS(value.asString());
			case "N" -> AttributeValue.fromN(value.asString());
			case "B" -> AttributeValue.fromB(bytes(value.asString()));
			case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
			case "NULL" -> AttributeValue.fromNul(true);
			case "SS" -> AttributeValue.fromSs(texts(value));
			case "NS" -> AttributeValue.fromNs(texts(value));
			case "BS" -> AttributeValue.fromBs(texts(value).stream().map(ItemLines::bytes).toList());
			case "M" -> AttributeValue.fromM(readAttributes(value));
			case "L" -> {
				List<AttributeValue> list = new ArrayList<>();
				value.values().forEach((each) -> list.add(readValue(each)));
				yield AttributeValue.fromL(list);
			}
			default -> throw new IllegalArgumentException("An attribute of unknown type " + only.getKey());
		};
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		array.values().forEach((each) -> texts.add(each.asString()));
		return texts;
	}

	private static String text(SdkBytes bytes) {
		return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
	}

	private static SdkBytes bytes(String text) {
		return SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
	}

}

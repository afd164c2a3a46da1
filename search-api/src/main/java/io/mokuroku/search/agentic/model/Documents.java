package io.mokuroku.search.agentic.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.document.DocumentVisitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as the AWS SDK has it, and as everybody else does.
 */
final class Documents {

	private Documents() {
	}

	static Document of(JsonNode json) {
		if (json.isObject()) {
			Map<String, Document> fields = new LinkedHashMap<>();
			json.properties().forEach((field) -> fields.put(field.getKey(), of(field.getValue())));
			return Document.fromMap(fields);
		}
		if (json.isArray()) {
			return Document.fromList(json.valueStream().map(Documents::of).toList());
		}
		if (json instanceof NumericNode number && !number.isNaN()) {
			return Document.fromNumber(SdkNumber.fromBigDecimal(number.decimalValue()));
		}
		if (json.isBoolean()) {
			return Document.fromBoolean(json.booleanValue());
		}
		return json.isNull() ? Document.fromNull() : Document.fromString(json.asString());
	}

	static JsonNode json(Document document) {
		return document.accept(new Reader());
	}

	private static final class Reader implements DocumentVisitor<JsonNode> {

		private final JsonNodeFactory nodes = JsonNodeFactory.instance;

		@Override
		public JsonNode visitNull() {
			return this.nodes.nullNode();
		}

		@Override
		public JsonNode visitBoolean(Boolean value) {
			return this.nodes.booleanNode(value);
		}

		@Override
		public JsonNode visitString(String value) {
			return this.nodes.stringNode(value);
		}

		/** Never written out: a few digits can stand for a thousand million of them. */
		@Override
		public JsonNode visitNumber(SdkNumber value) {
			return this.nodes.numberNode(value.bigDecimalValue());
		}

		@Override
		public JsonNode visitMap(Map<String, Document> fields) {
			ObjectNode object = this.nodes.objectNode();
			fields.forEach((name, value) -> object.set(name, json(value)));
			return object;
		}

		@Override
		public JsonNode visitList(List<Document> values) {
			ArrayNode array = this.nodes.arrayNode();
			values.forEach((value) -> array.add(json(value)));
			return array;
		}

	}

}

package io.mokuroku.search.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that somebody might send for a schema: allowed ones, ones at the border, and
 * ones that nobody thought of. The same seed gives the same values.
 */
final class FuzzValues {

	private static final List<String> NASTY = List.of("", " ", "\t\n", "null", "undefined", "NaN", "-1", "0", "1e309",
			"9223372036854775808", "2147483648", "-2147483649", "0x10", "1.5", "１２", "' OR 1=1 --", "\"", "\\", "%",
			"%00", "../../etc/passwd", "<script>alert(1)</script>", "${jndi:ldap://127.0.0.1:1/a}", "{{7*7}}", "*:*",
			"a AND OR (", "[* TO *]", "~~~", "\u0000", "\uFFFF", "\uD83C\uDFAC", "\uD800", "مرحبا", "ﷺ",
			"x\u0301".repeat(40), "あ".repeat(300), "a".repeat(3_000), ",,,", "a,b,c,d,e,f", "mal:", "mal:0", "mal:1",
			":", "mal:99999999999999", "anilist:x", "true", "2026-13-45", "2026-02-30", "+00:00", "\r\nX-Injected: 1",
			"P1Y", "eyJhIjoxfQ", "-");

	private final Random random;

	private final ApiDocument document;

	FuzzValues(long seed, ApiDocument document) {
		this.random = new Random(seed);
		this.document = document;
	}

	boolean chance(double share) {
		return this.random.nextDouble() < share;
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

	<T> T oneOf(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/** Text for a parameter. */
	String text(JsonNode parameter) {
		JsonNode example = parameter.path("example");
		if (!example.isMissingNode() && chance(0.3)) {
			return example.asString();
		}
		JsonNode schema = this.document.resolved(parameter.path("schema"));
		return chance(0.4) ? nasty() : value(schema, 0).asString("");
	}

	/** Any text at all. */
	String nasty() {
		if (chance(0.8)) {
			return oneOf(NASTY);
		}
		StringBuilder text = new StringBuilder();
		for (int length = below(40); length > 0; length--) {
			text.appendCodePoint(chance(0.7) ? below(0x80) : below(0x10FFFF));
		}
		return text.toString();
	}

	/** A body of a schema, mostly damaged somewhere. */
	String body(JsonNode schema) {
		String json = JsonMapper.shared().writeValueAsString(value(schema, 0));
		return switch (below(8)) {
			case 0 -> json.substring(0, below(json.length() + 1));
			case 1 -> json.replace(':', ';');
			case 2 -> "[" + json + "]";
			case 3 -> json + json;
			case 4 -> nasty();
			default -> json;
		};
	}

	private JsonNode value(JsonNode unresolved, int depth) {
		JsonNode schema = this.document.resolved(unresolved);
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		if (chance(0.08) || depth > 6) {
			return wrong(nodes);
		}
		List<JsonNode> allowed = schema.path("enum").valueStream().toList();
		if (!allowed.isEmpty() && chance(0.9)) {
			return oneOf(allowed);
		}
		JsonNode example = schema.path("example");
		if (!example.isMissingNode() && chance(0.3)) {
			return example;
		}
		return switch (type(schema)) {
			case "integer" -> nodes.numberNode(number(schema));
			case "number" -> nodes.numberNode(number(schema) + this.random.nextDouble());
			case "boolean" -> nodes.booleanNode(chance(0.5));
			case "array" -> array(schema, depth);
			case "object" -> object(schema, depth);
			default -> nodes.stringNode(string(schema));
		};
	}

	private static String type(JsonNode schema) {
		JsonNode type = schema.path("type");
		if (type.isArray()) {
			return type.valueStream()
				.map(JsonNode::asString)
				.filter((each) -> !each.equals("null"))
				.findFirst()
				.orElse("");
		}
		return type.asString(schema.has("properties") ? "object" : "");
	}

	private long number(JsonNode schema) {
		long least = schema.path("minimum").asLong(0);
		long most = schema.path("maximum").asLong(100_000);
		return switch (below(8)) {
			case 0 -> least;
			case 1 -> most;
			case 2 -> least - 1;
			case 3 -> most + 1;
			case 4 -> this.random.nextLong();
			default -> least + Math.floorMod(this.random.nextLong(), Math.max(1, most - least + 1));
		};
	}

	private String string(JsonNode schema) {
		int most = Math.min(schema.path("maxLength").asInt(60), 5_000);
		return switch (below(6)) {
			case 0 -> "a".repeat(most);
			case 1 -> "a".repeat(most + 1);
			case 2 -> nasty();
			case 3 -> "https://127.0.0.1:9/x";
			case 4 -> oneOf(List.of("mal:1", "naruto", "dark fantasy", "2026-11-27", "SPRING", "Asia/Tokyo"));
			default -> "a".repeat(Math.max(1, schema.path("minLength").asInt(3)));
		};
	}

	private ArrayNode array(JsonNode schema, int depth) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		for (int count = below(4); count > 0; count--) {
			array.add(value(schema.path("items"), depth + 1));
		}
		return array;
	}

	private ObjectNode object(JsonNode schema, int depth) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
		schema.path("properties").properties().forEach((property) -> {
			if (chance(required.contains(property.getKey()) ? 0.95 : 0.5)) {
				object.set(property.getKey(), value(property.getValue(), depth + 1));
			}
		});
		if (chance(0.05)) {
			object.put(nasty(), nasty());
		}
		return object;
	}

	private JsonNode wrong(JsonNodeFactory nodes) {
		@Nullable JsonNode deep = null;
		if (chance(0.2)) {
			ArrayNode inner = nodes.arrayNode();
			for (int level = 0; level < 100; level++) {
				inner = nodes.arrayNode().add(inner);
			}
			deep = inner;
		}
		List<JsonNode> values = new ArrayList<>(List.of(nodes.nullNode(), nodes.numberNode(this.random.nextInt()),
				nodes.booleanNode(true), nodes.stringNode(nasty()), nodes.arrayNode(), nodes.objectNode()));
		return (deep != null) ? deep : oneOf(values);
	}

}

package io.mokuroku.local.drill;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An item without what differs between two runs that came to the same: times, traces,
 * counters of versions, and the bytes that depend on them.
 */
final class TimelessItem {

	private static final Set<String> LEFT_OUT = Set.of("version", "updated_at", "digest", "trace", "trace_id",
			"fencing");

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private TimelessItem() {
	}

	/** The item as one line, attributes sorted. */
	static String line(JsonNode item) {
		Map<String, String> attributes = new TreeMap<>();
		item.forEachEntry((name, value) -> {
			if (!LEFT_OUT.contains(name)) {
				attributes.put(name, plain(value.path("S").isString() ? body(value.path("S").asString()) : value));
			}
		});
		return attributes.toString();
	}

	private static JsonNode body(String text) {
		try {
			return text.startsWith("{") ? MAPPER.readTree(text) : MAPPER.getNodeFactory().stringNode(text);
		}
		catch (JacksonException _) {
			return MAPPER.getNodeFactory().stringNode(text);
		}
	}

	private static String plain(JsonNode node) {
		if (node.isObject()) {
			Map<String, String> fields = new TreeMap<>();
			node.forEachEntry((name, value) -> {
				if (!LEFT_OUT.contains(name)) {
					fields.put(name, plain(value));
				}
			});
			return fields.toString();
		}
		if (node.isArray()) {
			return node.valueStream().map(TimelessItem::plain).toList().toString();
		}
		return node.isString() ? TIME.matcher(node.asString()).replaceAll("TIME").replace('\n', ' ') : node.toString();
	}

}

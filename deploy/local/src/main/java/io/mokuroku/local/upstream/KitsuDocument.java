package io.mokuroku.local.upstream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes JSON:API documents as Kitsu does.
 */
final class KitsuDocument {

	private static final String MEDIA_TYPE = "application/vnd.api+json";

	private static final int DEFAULT_LIMIT = 10;

	private static final int LARGEST_LIMIT = 20;

	private KitsuDocument() {
	}

	static ObjectNode resource(String type, String id, String self) {
		ObjectNode node = Answer.object().put("id", id).put("type", type);
		node.putObject("links").put("self", self);
		return node;
	}

	static Answer ok(ObjectNode document) {
		return Answer.json(200, MEDIA_TYPE, document);
	}

	/** Puts resources beside those of a document, each once. */
	static void include(ObjectNode document, Stream<ObjectNode> resources) {
		Map<String, ObjectNode> each = new LinkedHashMap<>();
		resources.forEach((resource) -> each.putIfAbsent(resource.get("type") + "/" + resource.get("id"), resource));
		ArrayNode included = document.putArray("included");
		each.values().forEach(included::add);
	}

	static Answer error(int status, String code, String title, String detail) {
		ObjectNode body = Answer.object();
		body.putArray("errors")
			.addObject()
			.put("title", title)
			.put("detail", detail)
			.put("code", code)
			.put("status", Integer.toString(status));
		return Answer.json(status, MEDIA_TYPE, body);
	}

	/**
	 * Which part of a list is asked for.
	 *
	 * @param address address of the list without its query
	 * @param query the query as it came
	 */
	record Page(String address, Map<String, String> query) {

		int limit() {
			return number("page[limit]", DEFAULT_LIMIT);
		}

		int offset() {
			return number("page[offset]", 0);
		}

		/**
		 * Whether both numbers are such as the service accepts.
		 */
		boolean valid() {
			return this.query.getOrDefault("page[limit]", "1").matches("\\d{1,9}")
					&& this.query.getOrDefault("page[offset]", "0").matches("\\d{1,9}") && limit() >= 1
					&& limit() <= LARGEST_LIMIT;
		}

		private int number(String name, int otherwise) {
			String value = this.query.get(name);
			return (value != null) ? Integer.parseInt(value) : otherwise;
		}

		<T> List<T> of(List<T> all) {
			return all.subList(Math.min(offset(), all.size()), Math.min(offset() + limit(), all.size()));
		}

		ObjectNode document(List<ObjectNode> data, int total) {
			ObjectNode document = Answer.object();
			ArrayNode array = document.putArray("data");
			data.forEach(array::add);
			document.putObject("meta").put("count", total);
			int last = (total == 0) ? 0 : (total - 1) / limit() * limit();
			ObjectNode links = document.putObject("links").put("first", link(0));
			if (offset() > 0) {
				links.put("prev", link(Math.max(0, offset() - limit())));
			}
			if (offset() + limit() < total) {
				links.put("next", link(offset() + limit()));
			}
			links.put("last", link(last));
			return document;
		}

		private String link(int offset) {
			Map<String, String> parameters = new LinkedHashMap<>(this.query);
			parameters.put("page[limit]", Integer.toString(limit()));
			parameters.put("page[offset]", Integer.toString(offset));
			return this.address + parameters.entrySet()
				.stream()
				.map((entry) -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
				.collect(Collectors.joining("&", "?", ""));
		}

		private static String encode(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

	}

}

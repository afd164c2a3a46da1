package io.mokuroku.search.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document, against which answers can be held.
 */
final class ApiDocument {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int LONGEST_SHOWN = 400;

	private final JsonNode root;

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

	ApiDocument(JsonNode root) {
		this.root = root;
	}

	JsonNode root() {
		return this.root;
	}

	/** Every operation of every path. */
	List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		this.root.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((operation) -> operations.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT),
						path.getKey(), operation.getValue()))));
		return operations;
	}

	/** What a node says, wherever it says that. */
	JsonNode resolved(JsonNode node) {
		String reference = node.path("$ref").asString("");
		return reference.isEmpty() ? node : resolved(this.root.at(reference.substring(1)));
	}

	/**
	 * What an answer has that the document does not promise.
	 * @param contentType of the answer, empty if there is none
	 */
	List<String> broken(Operation operation, int status, String contentType, String body) {
		JsonNode response = operation.node().path("responses").path(Integer.toString(status));
		if (response.isMissingNode()) {
			return List.of("status " + status + " is not documented: " + shown(body));
		}
		if (body.isEmpty()) {
			return List.of();
		}
		String type = contentType.replaceFirst(";.*", "");
		JsonNode content = resolved(response).path("content").path(type);
		if (content.isMissingNode()) {
			return List.of("type " + type + " of status " + status + " is not documented");
		}
		return type.endsWith("json") ? broken(content.path("schema"), body) : List.of();
	}

	/** What of a JSON text a schema of the document does not allow. */
	List<String> broken(JsonNode schema, String json) {
		try {
			JsonNode value = JSON.readTree(json);
			return schema(schema).validate(value)
				.stream()
				.limit(5)
				.map((error) -> error + " in " + shown(json))
				.toList();
		}
		catch (JacksonException ex) {
			return List.of("not JSON: " + shown(json));
		}
	}

	private Schema schema(JsonNode schema) {
		return this.schemas.computeIfAbsent(schema, (_) -> {
			ObjectNode whole = JSON.createObjectNode();
			whole.set("components", this.root.path("components"));
			whole.putArray("allOf").add(schema);
			return this.registry.getSchema(whole);
		});
	}

	private static String shown(String text) {
		return (text.length() > LONGEST_SHOWN) ? text.substring(0, LONGEST_SHOWN) + "…" : text;
	}

	/**
	 * What can be asked.
	 *
	 * @param method in capitals
	 * @param path with its variables in braces
	 * @param node what the document says of it
	 */
	record Operation(String method, String path, JsonNode node) {

		List<JsonNode> parameters(String in) {
			return this.node.path("parameters")
				.valueStream()
				.filter((parameter) -> parameter.path("in").asString().equals(in))
				.toList();
		}

		boolean readsBody() {
			return !this.node.path("requestBody").isMissingNode();
		}

		/** The scopes of which a token needs the first; empty where none is needed. */
		List<String> scopes() {
			return this.node.at("/security/0")
				.valueStream()
				.flatMap(JsonNode::valueStream)
				.map(JsonNode::asString)
				.toList();
		}

		/** Whether whatever stands in its path and query belongs to somebody else. */
		boolean passesOn() {
			return this.path.startsWith("/v1/upstream");
		}

		boolean answersWithBody() {
			return this.node.path("responses")
				.properties()
				.stream()
				.anyMatch((response) -> response.getKey().equals("200")
						&& !response.getValue().path("content").isEmpty());
		}

		/** An empty requirement among the others makes all of them optional. */
		boolean needsToken() {
			JsonNode security = this.node.path("security");
			return !security.isEmpty() && security.valueStream().noneMatch(JsonNode::isEmpty);
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}

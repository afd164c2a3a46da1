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

	private final JsonNode components;

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

	ApiDocument(JsonNode root) {
		this.root = root;
		this.components = closed(root.path("components"));
	}

	/**
	 * Objects with nothing but what is described: else a name that nobody described would
	 * pass.
	 */
	private static JsonNode closed(JsonNode components) {
		JsonNode closed = components.deepCopy();
		for (JsonNode schema : closed.path("schemas")) {
			if (schema.has("properties") && !schema.has("additionalProperties")) {
				((ObjectNode) schema).put("additionalProperties", false);
			}
		}
		return closed;
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

	/** All examples of parameters, bodies and answers. */
	List<Example> examples() {
		List<Example> examples = new ArrayList<>();
		collect("#", this.root, examples);
		return examples;
	}

	private static void collect(String where, JsonNode node, List<Example> examples) {
		JsonNode schema = node.path("schema");
		if (!schema.isMissingNode()) {
			if (node.has("example")) {
				examples.add(new Example(where, schema, node.path("example")));
			}
			node.path("examples")
				.properties()
				.forEach((each) -> examples
					.add(new Example(where + "/" + each.getKey(), schema, each.getValue().path("value"))));
		}
		else if (node.has("example") && node.has("type")) {
			examples.add(new Example(where, node, node.path("example")));
		}
		if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				collect(where + "/" + i, node.path(i), examples);
			}
			return;
		}
		node.properties().forEach((child) -> {
			if (!child.getKey().startsWith("example")) {
				collect(where + "/" + child.getKey(), child.getValue(), examples);
			}
		});
	}

	/** What of an example its schema does not allow. */
	List<String> broken(Example example) {
		return broken(example.schema(), JSON.writeValueAsString(example.value()));
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
			whole.set("components", this.components);
			whole.putArray("allOf").add(schema);
			return this.registry.getSchema(whole);
		});
	}

	private static String shown(String text) {
		return (text.length() > LONGEST_SHOWN) ? text.substring(0, LONGEST_SHOWN) + "…" : text;
	}

	/**
	 * A value that the document shows.
	 *
	 * @param where it stands
	 * @param schema what describes it
	 * @param value what is shown
	 */
	record Example(String where, JsonNode schema, JsonNode value) {
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

package io.mokuroku.local.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.mokuroku.local.Ports;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables and queues of a local run, in their own JSON.
 */
public final class LocalApis {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Ports ports;

	private final HttpClient http = HttpClient.newHttpClient();

	/**
	 * The tables and queues at the ports of a run.
	 */
	public LocalApis(Ports ports) {
		this.ports = ports;
	}

	/**
	 * Reads a table to its end.
	 * @param each is told every item
	 */
	public void scan(String table, Consumer<JsonNode> each) throws IOException, InterruptedException {
		@Nullable JsonNode after = null;
		do {
			Map<String, Object> request = new HashMap<>(Map.of("TableName", table, "ConsistentRead", true));
			if (after != null) {
				request.put("ExclusiveStartKey", after);
			}
			JsonNode page = call(this.ports.dynamoDb(), "DynamoDB_20120810.Scan", "application/x-amz-json-1.0",
					request);
			page.path("Items").forEach(each);
			after = page.get("LastEvaluatedKey");
		}
		while (after != null);
	}

	/** How many messages wait or are worked on in all queues but those of the dead. */
	public long messages() throws IOException, InterruptedException {
		long messages = 0;
		for (JsonNode url : sqs("ListQueues", Map.of()).path("QueueUrls")) {
			if (!url.asString().endsWith("-dlq")) {
				JsonNode attributes = sqs("GetQueueAttributes",
						Map.of("QueueUrl", url.asString(), "AttributeNames", new String[] { "All" }))
					.path("Attributes");
				for (String name : new String[] { "", "NotVisible", "Delayed" }) {
					messages += attributes.path("ApproximateNumberOfMessages" + name).asLong(0);
				}
			}
		}
		return messages;
	}

	private JsonNode sqs(String action, Map<String, Object> request) throws IOException, InterruptedException {
		return call(this.ports.sqs(), "AmazonSQS." + action, "application/x-amz-json-1.0", request);
	}

	private JsonNode call(int port, String target, String type, Map<String, Object> request)
			throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(URI.create(Ports.url(port) + "/"))
			.timeout(PATIENCE)
			.header("Content-Type", type)
			.header("X-Amz-Target", target)
			.header("Authorization",
					"AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/any/aws4_request, SignedHeaders=host, Signature=0")
			.POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(request)))
			.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException(target + " answers " + answer.statusCode() + ": " + answer.body());
		}
		return MAPPER.readTree(answer.body());
	}

}

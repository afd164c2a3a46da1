package io.mokuroku.local.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.mokuroku.local.Ports;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables, queues and executions of a local run, in their own JSON.
 */
public final class LocalApis {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Ports ports;

	private final HttpClient http = HttpClient.newHttpClient();

	/**
	 * What listens at the ports of a run.
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
			JsonNode page = tables("Scan", request);
			page.path("Items").forEach(each);
			after = page.get("LastEvaluatedKey");
		}
		while (after != null);
	}

	/** How many messages wait or are worked on in all queues but those of the dead. */
	public long messages() throws IOException, InterruptedException {
		long messages = 0;
		for (JsonNode url : queues("ListQueues", Map.of()).path("QueueUrls")) {
			if (!url.asString().endsWith("-dlq")) {
				messages += messagesAt(url.asString());
			}
		}
		return messages;
	}

	/**
	 * How many messages wait or are worked on in one queue.
	 * @param queue its name, such as {@code review-requests-dlq}
	 * @throws IOException if there is no such queue
	 */
	public long messages(String queue) throws IOException, InterruptedException {
		return messagesAt(queues("GetQueueUrl", Map.of("QueueName", queue)).path("QueueUrl").asString());
	}

	private long messagesAt(String url) throws IOException, InterruptedException {
		JsonNode attributes = queues("GetQueueAttributes", Map.of("QueueUrl", url, "AttributeNames", List.of("All")))
			.path("Attributes");
		long messages = 0;
		for (String name : new String[] { "", "NotVisible", "Delayed" }) {
			messages += attributes.path("ApproximateNumberOfMessages" + name).asLong(0);
		}
		return messages;
	}

	/** How many runs, such as syncs and snapshots, have not ended. */
	public long openRuns() throws IOException, InterruptedException {
		long[] open = { 0 };
		scan("jobs", (item) -> open[0] += item.path("open_runs").path("SS").size());
		return open[0];
	}

	/**
	 * Asks DynamoDB.
	 * @param action such as {@code Query}
	 * @throws IOException if the answer is not 200
	 */
	public JsonNode tables(String action, Object request) throws IOException, InterruptedException {
		return call(this.ports.dynamoDb(), "DynamoDB_20120810." + action, request);
	}

	/**
	 * Asks SQS.
	 * @param action such as {@code SendMessage}
	 * @throws IOException if the answer is not 200
	 */
	public JsonNode queues(String action, Object request) throws IOException, InterruptedException {
		return call(this.ports.sqs(), "AmazonSQS." + action, request);
	}

	/**
	 * Asks Step Functions.
	 * @param action such as {@code ListExecutions}
	 * @throws IOException if the answer is not 200
	 */
	public JsonNode states(String action, Object request) throws IOException, InterruptedException {
		return call(this.ports.aws(), "AWSStepFunctions." + action, request);
	}

	/** The local servers look at the form of a signature only. */
	private JsonNode call(int port, String target, Object request) throws IOException, InterruptedException {
		String service = (port == this.ports.aws()) ? "states" : "any";
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(URI.create(Ports.url(port) + "/"))
			.timeout(PATIENCE)
			.header("Content-Type", "application/x-amz-json-1.0")
			.header("X-Amz-Target", target)
			.header("Authorization",
					"AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/" + service
							+ "/aws4_request, SignedHeaders=host, Signature=0")
			.POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(request)))
			.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException(target + " answers " + answer.statusCode() + ": " + answer.body());
		}
		return MAPPER.readTree(answer.body());
	}

}

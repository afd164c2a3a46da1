package io.mokuroku.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.local.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of a running catalogue that a load needs: its tables, its enrichment service
 * and its Step Functions.
 */
final class RunningCatalogue {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Ports ports;

	private final String token;

	RunningCatalogue(Ports ports, String token) {
		this.ports = ports;
		this.token = token;
	}

	/** Some entries, drafts first. */
	List<String> entries(int most) throws IOException, InterruptedException {
		List<String> ids = new ArrayList<>();
		for (String lifecycle : List.of("DRAFT", "ACTIVE")) {
			JsonNode start = null;
			while (ids.size() < most) {
				ObjectNode query = JSON.createObjectNode()
					.put("TableName", "anime")
					.put("IndexName", "by-lifecycle")
					.put("KeyConditionExpression", "lifecycle = :wanted")
					.put("ProjectionExpression", "anime_id")
					.put("Limit", most - ids.size());
				query.putObject("ExpressionAttributeValues").putObject(":wanted").put("S", lifecycle);
				if (start != null) {
					query.set("ExclusiveStartKey", start);
				}
				JsonNode page = aws(this.ports.dynamoDb(), "dynamodb", "DynamoDB_20120810.Query", query);
				page.path("Items").forEach((item) -> ids.add(item.at("/anime_id/S").asString()));
				start = page.get("LastEvaluatedKey");
				if (start == null) {
					break;
				}
			}
		}
		return ids;
	}

	/** Starts the enrichment of an entry. */
	Answer start(String animeId) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(enrichment(animeId)))
			.header("Content-Type", "application/json")
			.header("Authorization", "Bearer " + this.token)
			.POST(HttpRequest.BodyPublishers.ofString("{\"mode\":\"FULL\"}")));
	}

	/** Where the latest enrichment of an entry stands. */
	Answer show(String animeId) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(enrichment(animeId)))
			.header("Authorization", "Bearer " + this.token));
	}

	/** How often a part of a task was done, and how long it took in all, in seconds. */
	Timed timed(String task, String part) throws IOException, InterruptedException {
		Answer answer = send(HttpRequest
			.newBuilder(URI.create(Ports.url(this.ports.enrichment())
					+ "/actuator/metrics/mokuroku.enrichment.task?tag=task:" + task + "&tag=part:" + part))
			.header("Authorization", "Bearer " + this.token));
		double count = 0;
		double total = 0;
		for (JsonNode measurement : answer.body().path("measurements")) {
			switch (measurement.path("statistic").asString("")) {
				case "COUNT" -> count = measurement.path("value").asDouble();
				case "TOTAL_TIME" -> total = measurement.path("value").asDouble();
				default -> {
					// the longest one
				}
			}
		}
		return new Timed(count, total);
	}

	/** What happened in an execution, in order. */
	List<JsonNode> history(String execution) throws IOException, InterruptedException {
		List<JsonNode> events = new ArrayList<>();
		ObjectNode ask = JSON.createObjectNode().put("executionArn", arn(execution)).put("maxResults", 1000);
		while (true) {
			JsonNode page = aws(this.ports.aws(), "states", "AWSStepFunctions.GetExecutionHistory", ask);
			page.path("events").forEach(events::add);
			if (!page.path("nextToken").isString()) {
				return events;
			}
			ask.put("nextToken", page.get("nextToken").asString());
		}
	}

	/** The names of all executions there were, and of those how many run. */
	Executions executions() throws IOException, InterruptedException {
		List<String> names = new ArrayList<>();
		int running = 0;
		ObjectNode ask = JSON.createObjectNode()
			.put("stateMachineArn", "arn:aws:states:us-east-1:000000000000:stateMachine:mokuroku-enrichment")
			.put("maxResults", 1000);
		while (true) {
			JsonNode page = aws(this.ports.aws(), "states", "AWSStepFunctions.ListExecutions", ask);
			for (JsonNode execution : page.path("executions")) {
				names.add(execution.path("name").asString());
				running += execution.path("status").asString("").equals("RUNNING") ? 1 : 0;
			}
			if (!page.path("nextToken").isString()) {
				return new Executions(names, running);
			}
			ask.put("nextToken", page.get("nextToken").asString());
		}
	}

	private String enrichment(String animeId) {
		return Ports.url(this.ports.enrichment()) + "/v1/enrichments/" + animeId;
	}

	private static String arn(String execution) {
		return "arn:aws:states:us-east-1:000000000000:execution:mokuroku-enrichment:" + execution;
	}

	private JsonNode aws(int port, String service, String target, JsonNode body)
			throws IOException, InterruptedException {
		Answer answer = send(HttpRequest.newBuilder(URI.create(Ports.url(port) + "/"))
			.header("X-Amz-Target", target)
			.header("Content-Type", "application/x-amz-json-1.0")
			.header("Authorization", signature(service))
			.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
		if (answer.status() != 200) {
			throw new IOException(target + " answered " + answer.status() + ": " + answer.body());
		}
		return answer.body();
	}

	/** The local servers look at the form of a signature only. */
	private static String signature(String service) {
		return "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/" + service
				+ "/aws4_request, SignedHeaders=host, Signature=0";
	}

	private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(request.timeout(Duration.ofSeconds(60)).build(),
				HttpResponse.BodyHandlers.ofString());
		String text = response.body();
		return new Answer(response.statusCode(),
				text.isBlank() || !text.strip().startsWith("{") ? JSON.createObjectNode() : JSON.readTree(text));
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param body its JSON, an empty object where there is none
	 */
	record Answer(int status, JsonNode body) {
	}

	/**
	 * What a timer says.
	 *
	 * @param total in seconds
	 */
	record Timed(double count, double total) {

		/** The mean of what came since; NaN if nothing did. */
		double meanSince(Timed before) {
			return (this.count > before.count) ? (this.total - before.total) / (this.count - before.count) : Double.NaN;
		}

	}

	/**
	 * Executions.
	 *
	 * @param names of all, each the entry and a number
	 * @param running how many have not ended
	 */
	record Executions(List<String> names, int running) {

		Executions {
			names = List.copyOf(names);
		}

		/** The entry an execution works on. */
		static String entry(String name) {
			return name.substring(0, name.lastIndexOf('-'));
		}

	}

}

package io.mokuroku.local.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.local.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The enrichment of a running catalogue: which entries there are, what is done with one,
 * and the executions that do it.
 */
public final class RunningCatalogue {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	private final LocalApis apis;

	private final Ports ports;

	private final String token;

	/**
	 * The enrichment at the ports of a run.
	 * @param token an access token for it
	 */
	public RunningCatalogue(Ports ports, String token) {
		this.apis = new LocalApis(ports);
		this.ports = ports;
		this.token = token;
	}

	/** Some entries, drafts first. */
	public List<String> entries(int most) throws IOException, InterruptedException {
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
				JsonNode page = this.apis.tables("Query", query);
				page.path("Items").forEach((item) -> ids.add(item.at("/anime_id/S").asString()));
				start = page.get("LastEvaluatedKey");
				if (start == null) {
					break;
				}
			}
		}
		return ids;
	}

	/**
	 * Asks for a sync with a release of this machine.
	 * @throws IOException if it is not accepted
	 */
	public void sync(Path release) throws IOException, InterruptedException {
		Answer answer = post(Ports.url(this.ports.sync()) + "/v1/syncs",
				JSON.createObjectNode().put("source", release.toAbsolutePath().toString()));
		if (answer.status() / 100 != 2) {
			throw new IOException("The sync was answered " + answer.status() + ": " + answer.body());
		}
	}

	/** Starts the enrichment of an entry. */
	public Answer start(String animeId) throws IOException, InterruptedException {
		return post(enrichment(animeId), JSON.createObjectNode().put("mode", "FULL"));
	}

	private Answer post(String address, JsonNode body) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/json")
			.header("Authorization", "Bearer " + this.token)
			.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
	}

	/** Where the latest enrichment of an entry stands. */
	public Answer show(String animeId) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(enrichment(animeId)))
			.header("Authorization", "Bearer " + this.token));
	}

	/** Whether the latest enrichment of an entry waits for a person. */
	public boolean waitsForReviewer(String animeId) throws IOException, InterruptedException {
		return show(animeId).body().path("waitsFor").asString("").equals("REVIEWER");
	}

	/** How often a part of a task was done, and how long it took in all, in seconds. */
	public Timed timed(String task, String part) throws IOException, InterruptedException {
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
	public List<JsonNode> history(String execution) throws IOException, InterruptedException {
		List<JsonNode> events = new ArrayList<>();
		ObjectNode ask = JSON.createObjectNode().put("executionArn", arn(execution)).put("maxResults", 1000);
		while (true) {
			JsonNode page = this.apis.states("GetExecutionHistory", ask);
			page.path("events").forEach(events::add);
			if (!page.path("nextToken").isString()) {
				return events;
			}
			ask.put("nextToken", page.get("nextToken").asString());
		}
	}

	/** The error an execution failed with, or nothing. */
	public String error(String execution) throws IOException, InterruptedException {
		return this.apis.states("DescribeExecution", JSON.createObjectNode().put("executionArn", arn(execution)))
			.path("error")
			.asString("");
	}

	/** All executions there were, those of them that run, and those that failed. */
	public Executions executions() throws IOException, InterruptedException {
		List<String> names = new ArrayList<>();
		List<String> running = new ArrayList<>();
		List<String> failed = new ArrayList<>();
		ObjectNode ask = JSON.createObjectNode()
			.put("stateMachineArn", "arn:aws:states:us-east-1:000000000000:stateMachine:mokuroku-enrichment")
			.put("maxResults", 1000);
		while (true) {
			JsonNode page = this.apis.states("ListExecutions", ask);
			for (JsonNode execution : page.path("executions")) {
				String name = execution.path("name").asString();
				names.add(name);
				switch (execution.path("status").asString("")) {
					case "RUNNING" -> running.add(name);
					case "SUCCEEDED" -> {
						// nothing more to know
					}
					default -> failed.add(name);
				}
			}
			if (!page.path("nextToken").isString()) {
				return new Executions(names, running, failed);
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
	public record Answer(int status, JsonNode body) {
	}

	/**
	 * What a timer says.
	 *
	 * @param total in seconds
	 */
	public record Timed(double count, double total) {

		/** The mean of what came since; NaN if nothing did. */
		public double meanSince(Timed before) {
			return (this.count > before.count) ? (this.total - before.total) / (this.count - before.count) : Double.NaN;
		}

	}

	/**
	 * Executions.
	 *
	 * @param names of all, each the entry and a number
	 * @param running the names of those that have not ended
	 * @param failed the names of those that ended otherwise than well
	 */
	public record Executions(List<String> names, List<String> running, List<String> failed) {

		public Executions {
			names = List.copyOf(names);
			running = List.copyOf(running);
			failed = List.copyOf(failed);
		}

		/** The entry an execution works on. */
		public static String entry(String name) {
			return name.substring(0, name.lastIndexOf('-'));
		}

	}

}

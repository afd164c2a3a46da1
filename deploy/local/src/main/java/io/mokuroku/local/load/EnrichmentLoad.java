package io.mokuroku.local.load;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.local.Ports;
import tools.jackson.databind.JsonNode;

/**
 * The program behind {@code deploy/local/enrichment-load}: starts the enrichment of many
 * entries, waits for their ends, and fails if one is stuck or runs twice.
 */
public final class EnrichmentLoad {

	private static final Map<String, String> TASKS = Map.ofEntries(Map.entry("Prepare", "prepare"),
			Map.entry("FetchSource", "fetch"), Map.entry("Metadata", "collect-metadata"),
			Map.entry("Episodes", "collect-episodes"), Map.entry("Media", "collect-media"),
			Map.entry("Relations", "collect-relations"), Map.entry("Characters", "collect-characters"),
			Map.entry("Staff", "collect-staff"), Map.entry("Assemble", "assemble"), Map.entry("Commit", "commit"),
			Map.entry("Cleanup", "release"));

	private final RunningCatalogue catalogue;

	private final PrintStream out;

	private final Duration pause;

	/**
	 * A load.
	 * @param pause the time before asking again
	 */
	EnrichmentLoad(RunningCatalogue catalogue, PrintStream out, Duration pause) {
		this.catalogue = catalogue;
		this.out = out;
		this.pause = pause;
	}

	/**
	 * Runs it once.
	 * @param arguments the number of entries, the port base and the limit in minutes; the
	 * environment variable {@code TOKEN} holds an access token
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		RunningCatalogue catalogue = new RunningCatalogue(new Ports(Integer.parseInt(arguments[1])),
				String.valueOf(System.getenv("TOKEN")));
		boolean good = new EnrichmentLoad(catalogue, System.out, Duration.ofSeconds(1))
			.run(Integer.parseInt(arguments[0]), Duration.ofMinutes(Long.parseLong(arguments[2])));
		System.exit(good ? 0 : 1);
	}

	/**
	 * Puts entries through the workflow.
	 * @param limit how long all of it may take
	 * @return whether each entry was worked on by one execution that came to an end, or
	 * waits for a person
	 */
	boolean run(int entries, Duration limit) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		long deadline = begin + limit.toNanos();
		Map<String, String> executions = startAll(this.catalogue.entries(entries), deadline);
		this.out.printf("started %d executions in %d s%n", executions.size(), secondsSince(begin));
		Map<String, Integer> ends = awaitEnds(executions, deadline);
		this.out.printf("ended after %d s: %s%n", secondsSince(begin), ends);
		int twice = doubled(executions);
		this.out.printf("entries with more than one running execution: %d%n", twice);
		StateCosts costs = new StateCosts();
		for (String execution : executions.values()) {
			costs.add(this.catalogue.history(execution));
		}
		costs.table(work()).forEach(this.out::println);
		return twice == 0 && !ends.containsKey("STUCK") && executions.size() > 0;
	}

	private Map<String, String> startAll(List<String> ids, long deadline) throws IOException, InterruptedException {
		Map<String, String> executions = new LinkedHashMap<>();
		Deque<String> waiting = new ArrayDeque<>(ids);
		while (!waiting.isEmpty() && System.nanoTime() < deadline) {
			String id = waiting.removeFirst();
			RunningCatalogue.Answer answer = this.catalogue.start(id);
			switch (answer.status()) {
				case 202 -> executions.put(id, answer.body().path("execution").asString());
				case 503 -> {
					waiting.addLast(id);
					Thread.sleep(this.pause);
				}
				case 409 -> this.out.println("left out, as it is worked on already: " + id);
				default ->
					throw new IOException("Starting " + id + " answered " + answer.status() + ": " + answer.body());
			}
		}
		if (!waiting.isEmpty()) {
			this.out.println("not started in time: " + waiting.size());
		}
		return executions;
	}

	private Map<String, Integer> awaitEnds(Map<String, String> executions, long deadline)
			throws IOException, InterruptedException {
		Map<String, Integer> ends = new TreeMap<>();
		for (Map.Entry<String, String> execution : executions.entrySet()) {
			String end = end(execution.getKey());
			while (end.equals("RUNNING") && System.nanoTime() < deadline) {
				Thread.sleep(this.pause);
				end = end(execution.getKey());
			}
			if (end.equals("RUNNING")) {
				this.out.println("stuck: " + execution.getValue());
			}
			ends.merge(end.equals("RUNNING") ? "STUCK" : end, 1, Integer::sum);
		}
		return ends;
	}

	private String end(String id) throws IOException, InterruptedException {
		JsonNode shown = this.catalogue.show(id).body();
		String status = shown.path("status").asString("RUNNING");
		if (status.equals("RUNNING")) {
			return shown.path("waitsFor").asString("").equals("REVIEWER") ? "WAITS_FOR_REVIEWER" : status;
		}
		return status.equals("SUCCEEDED") ? shown.path("outcome").asString(status)
				: status + " " + shown.path("error").asString("");
	}

	private int doubled(Map<String, String> executions) throws IOException, InterruptedException {
		Map<String, Integer> running = new HashMap<>();
		for (String name : this.catalogue.running()) {
			running.merge(name.substring(0, name.lastIndexOf('-')), 1, Integer::sum);
		}
		return (int) executions.keySet().stream().filter((id) -> running.getOrDefault(id, 0) > 1).count();
	}

	private Map<String, double[]> work() throws IOException, InterruptedException {
		Map<String, double[]> work = new HashMap<>();
		for (Map.Entry<String, String> task : TASKS.entrySet()) {
			double worked = this.catalogue.mean(task.getValue(), "work");
			double checked = this.catalogue.mean(task.getValue(), "schema");
			if (!Double.isNaN(worked) && !Double.isNaN(checked)) {
				// each task is checked before and after
				work.put(task.getKey(), new double[] { worked, 2 * checked });
			}
		}
		return work;
	}

	private static long secondsSince(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
	}

}

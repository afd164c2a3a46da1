package io.mokuroku.local.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.mokuroku.local.Ports;
import io.mokuroku.local.running.LocalApis;
import io.mokuroku.local.running.Remains;
import io.mokuroku.local.running.RunningCatalogue;
import tools.jackson.databind.JsonNode;

/**
 * The program behind {@code deploy/local/enrichment-load}: starts the enrichment of many
 * entries, kills the service that does it if asked to, waits for their ends, and fails if
 * one is stuck, lost or done twice, or leaves something behind.
 */
public final class EnrichmentLoad {

	private static final Map<String, String> TASKS = Map.ofEntries(Map.entry("Prepare", "prepare"),
			Map.entry("FetchSource", "fetch"), Map.entry("Metadata", "collect-metadata"),
			Map.entry("Episodes", "collect-episodes"), Map.entry("Media", "collect-media"),
			Map.entry("Relations", "collect-relations"), Map.entry("Characters", "collect-characters"),
			Map.entry("Staff", "collect-staff"), Map.entry("Assemble", "assemble"), Map.entry("Commit", "commit"),
			Map.entry("Cleanup", "release"));

	private static final String COMMITTED = "COMMITTED";

	private static final String WAITS = "WAITS_FOR_REVIEWER";

	private final RunningCatalogue catalogue;

	private final Remains remains;

	private final PrintStream out;

	private final Duration pause;

	/**
	 * A load.
	 * @param remains what was there before
	 * @param pause the time before asking again
	 */
	EnrichmentLoad(RunningCatalogue catalogue, Remains remains, PrintStream out, Duration pause) {
		this.catalogue = catalogue;
		this.remains = remains;
		this.out = out;
		this.pause = pause;
	}

	/**
	 * Runs it once.
	 * @param arguments the number of entries, the port base, the limit in minutes, the
	 * state directory, the number of kills and their seed; the environment variable
	 * {@code TOKEN} holds an access token
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Ports ports = new Ports(Integer.parseInt(arguments[1]));
		Path state = Path.of(arguments[3]);
		Remains remains = new Remains(new LocalApis(ports), state.resolve("work"));
		EnrichmentLoad load = new EnrichmentLoad(new RunningCatalogue(ports, String.valueOf(System.getenv("TOKEN"))),
				remains, System.out, Duration.ofSeconds(1));
		Kills kills = new Kills(state.resolve("run"), Long.parseLong(arguments[5]), InstantSource.system());
		boolean good = load.run(Integer.parseInt(arguments[0]), Duration.ofMinutes(Long.parseLong(arguments[2])), kills,
				Integer.parseInt(arguments[4]));
		System.exit(good ? 0 : 1);
	}

	/**
	 * Puts entries through the workflow.
	 * @param limit how long all of it may take
	 * @param wanted how many kills to make meanwhile
	 * @return whether each entry was worked on by one execution that came to an end, or
	 * waits for a person, and nothing else is left of it
	 */
	boolean run(int entries, Duration limit, Kills kills, int wanted) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		long deadline = begin + limit.toNanos();
		Map<String, RunningCatalogue.Timed[]> before = timers();
		Set<String> known = new HashSet<>(this.catalogue.executions().names());
		Thread killer = Thread.ofVirtual().start(() -> kills.make(wanted));
		List<String> ids = this.catalogue.entries(entries);
		startAll(ids, known, deadline);
		RunningCatalogue.Executions now = this.catalogue.executions();
		this.out.printf("started %d executions in %d s, %d of them still run%n", now.names().size() - known.size(),
				secondsSince(begin), now.running().size());
		Map<String, String> ends = awaitEnds(ids, deadline);
		killer.interrupt();
		killer.join();
		Map<String, List<String>> executions = this.catalogue.executions()
			.names()
			.stream()
			.filter((name) -> !known.contains(name))
			.collect(Collectors.groupingBy(RunningCatalogue.Executions::entry));
		Map<String, Integer> sum = new TreeMap<>();
		ends.values().forEach((end) -> sum.merge(end, 1, Integer::sum));
		this.out.printf("ended after %d s: %s%n", secondsSince(begin), sum);
		List<String> faults = faults(ids, executions, ends);
		StateCosts costs = new StateCosts();
		for (String execution : executions.values().stream().flatMap(List::stream).toList()) {
			costs.add(this.catalogue.history(execution));
		}
		costs.table(work(before)).forEach(this.out::println);
		if (wanted > 0) {
			if (kills.made().isEmpty()) {
				faults.add("nothing was killed");
			}
			this.out.printf("kills: %d; tasks that died with their worker: %s%n", kills.made().size(),
					costs.interrupted(kills.made()));
		}
		faults.forEach((fault) -> this.out.println("FAULT: " + fault));
		this.out.println(faults.isEmpty() ? "good" : faults.size() + " faults");
		return faults.isEmpty() && !executions.isEmpty();
	}

	private void startAll(List<String> ids, Set<String> known, long deadline) throws IOException, InterruptedException {
		Deque<String> waiting = new ArrayDeque<>(ids);
		while (!waiting.isEmpty() && System.nanoTime() < deadline) {
			String id = waiting.removeFirst();
			int status = status(id);
			if (status == 202 || (status == 409 && isStarted(id, known))) {
				continue;
			}
			if (status != 503 && status != 409) {
				throw new IOException("Starting " + id + " answered " + status);
			}
			waiting.addLast(id);
			Thread.sleep(this.pause);
		}
	}

	/** A service that was killed is as good as a busy one. */
	private int status(String id) throws InterruptedException {
		try {
			return this.catalogue.start(id).status();
		}
		catch (IOException _) {
			return 503;
		}
	}

	/** Whether it was started by a request whose answer was lost. */
	private boolean isStarted(String id, Set<String> known) throws IOException, InterruptedException {
		return this.catalogue.executions()
			.names()
			.stream()
			.anyMatch((name) -> !known.contains(name) && RunningCatalogue.Executions.entry(name).equals(id));
	}

	private Map<String, String> awaitEnds(List<String> ids, long deadline) throws InterruptedException {
		Map<String, String> ends = new LinkedHashMap<>();
		for (String id : ids) {
			String end = end(id);
			while (end.equals("RUNNING") && System.nanoTime() < deadline) {
				Thread.sleep(this.pause);
				end = end(id);
			}
			ends.put(id, end.equals("RUNNING") ? "STUCK" : end);
		}
		return ends;
	}

	private String end(String id) throws InterruptedException {
		JsonNode shown;
		try {
			shown = this.catalogue.show(id).body();
		}
		catch (IOException _) {
			return "RUNNING";
		}
		String status = shown.path("status").asString("RUNNING");
		if (status.equals("RUNNING")) {
			return shown.path("waitsFor").asString("").equals("REVIEWER") ? WAITS : status;
		}
		return status.equals("SUCCEEDED") ? shown.path("outcome").asString(status)
				: status + " " + shown.path("error").asString("");
	}

	private List<String> faults(List<String> ids, Map<String, List<String>> executions, Map<String, String> ends)
			throws IOException, InterruptedException {
		List<String> faults = new ArrayList<>();
		List<String> committed = new ArrayList<>();
		int open = 0;
		for (String id : ids) {
			List<String> its = executions.getOrDefault(id, List.of());
			String end = ends.getOrDefault(id, "STUCK");
			if (its.size() != 1) {
				faults.add(id + " has " + its.size() + " executions");
			}
			switch (end) {
				case COMMITTED -> committed.add(id);
				case WAITS -> open++;
				default -> faults.add(id + " ended as " + end);
			}
		}
		faults.addAll(this.remains.faults(committed, open));
		return faults;
	}

	private Map<String, RunningCatalogue.Timed[]> timers() throws IOException, InterruptedException {
		Map<String, RunningCatalogue.Timed[]> timers = new HashMap<>();
		for (Map.Entry<String, String> task : TASKS.entrySet()) {
			timers.put(task.getKey(), new RunningCatalogue.Timed[] { this.catalogue.timed(task.getValue(), "work"),
					this.catalogue.timed(task.getValue(), "schema") });
		}
		return timers;
	}

	private Map<String, double[]> work(Map<String, RunningCatalogue.Timed[]> before)
			throws IOException, InterruptedException {
		Map<String, double[]> work = new HashMap<>();
		timers().forEach((task, after) -> {
			RunningCatalogue.Timed[] then = Objects.requireNonNull(before.get(task));
			double worked = after[0].meanSince(then[0]);
			double checked = after[1].meanSince(then[1]);
			if (!Double.isNaN(worked) && !Double.isNaN(checked)) {
				// each task is checked before and after
				work.put(task, new double[] { worked, 2 * checked });
			}
		});
		return work;
	}

	private static long secondsSince(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
	}

}

package io.mokuroku.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.mokuroku.local.Ports;
import io.mokuroku.local.running.LocalApis;
import io.mokuroku.local.running.RunningCatalogue;
import io.mokuroku.local.supervise.ChildReport;
import io.mokuroku.local.supervise.ChildState;
import io.mokuroku.local.supervise.LocalRun;

/**
 * Makes the troubles of a forecast in a run.
 */
final class Troublemaker {

	/**
	 * How long the tables stand still for a last attempt: a call is given up after 20 s,
	 * and whoever waits for one comes to the message only then.
	 */
	private static final Duration LONGER_THAN_TWO_CALLS = Duration.ofSeconds(45);

	private static final Map<String, String> READERS = Map.of("enrichment-requests", "enrichment-service",
			"enrichment-tasks", "enrichment-service", "image-requests", "enrichment-service", "catalogue-changes",
			"search-api", "review-requests", "review-service");

	private final LocalRun run;

	private final Ports ports;

	private final LocalApis apis;

	private final RunningCatalogue catalogue;

	private final MeddledQueues queues;

	private final Disk disk;

	private final Random chance;

	private final HttpClient http = HttpClient.newHttpClient();

	private final Set<Long> gone = ConcurrentHashMap.newKeySet();

	private final Set<Long> still = ConcurrentHashMap.newKeySet();

	/**
	 * Trouble for a run.
	 * @param chance decides whose locks end
	 */
	Troublemaker(LocalRun run, Ports ports, RunningCatalogue catalogue, Disk disk, Random chance) {
		this.run = run;
		this.ports = ports;
		this.apis = new LocalApis(ports);
		this.catalogue = catalogue;
		this.queues = new MeddledQueues(this.apis);
		this.disk = disk;
		this.chance = chance;
	}

	/**
	 * Makes a trouble and waits for its end.
	 * @throws IOException if it came to nothing, as what it needs is in trouble itself
	 */
	void make(Trouble trouble) throws IOException, InterruptedException {
		switch (trouble) {
			case Trouble.Killed(String process) -> kill(process);
			case Trouble.Paused(String process, Duration time) -> pause(process, time);
			case Trouble.Outage(int percent, Duration time) -> outage(percent, time);
			case Trouble.Repeated(String queue, int number) -> this.queues.repeat(queue, number);
			case Trouble.Delayed(String queue, int number, Duration time) -> this.queues.delay(queue, number, time);
			case Trouble.LastAttempt(String queue, int number) -> lastAttempt(queue, number);
			case Trouble.ExpiredLocks(int number) -> expireLocks(number);
			case Trouble.FullDisk(Duration time) -> fillDisk(time);
		}
	}

	/** Whether a process is healthy and not struck by any trouble. */
	boolean isThere(String process) {
		return report(process).filter((report) -> report.state() == ChildState.HEALTHY)
			.map(ChildReport::pid)
			.filter((pid) -> pid != 0 && !this.gone.contains(pid) && !this.still.contains(pid))
			.isPresent();
	}

	private void kill(String process) {
		report(process).ifPresent((report) -> {
			this.gone.add(report.pid());
			this.run.kill(process);
		});
	}

	private void pause(String process, Duration time) throws IOException, InterruptedException {
		try (StoodStill _ = stop(process)) {
			Thread.sleep(time);
		}
	}

	/** The tables stand still before whoever reads the queue goes on. */
	private void lastAttempt(String queue, int number) throws IOException, InterruptedException {
		StoodStill tables;
		try (StoodStill _ = stop(Objects.requireNonNull(READERS.get(queue), queue))) {
			this.queues.wear(queue, number);
			tables = stop("dynamodb");
		}
		try (tables) {
			Thread.sleep(LONGER_THAN_TWO_CALLS);
		}
	}

	private StoodStill stop(String process) throws IOException {
		long pid = report(process).flatMap(ChildReport::process)
			.orElseThrow(() -> new IOException(process + " does not run"))
			.pid();
		this.still.add(pid);
		signal("-STOP", pid);
		return () -> {
			signal("-CONT", pid);
			this.still.remove(pid);
		};
	}

	private static void signal(String signal, long pid) throws IOException {
		new ProcessBuilder("kill", signal, String.valueOf(pid)).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.onExit()
			.join();
	}

	private void outage(int percent, Duration time) throws IOException, InterruptedException {
		URI uri = URI.create(Ports.url(this.ports.upstream()) + "/outage?percent=" + percent + "&seconds="
				+ Math.max(1, time.toSeconds()));
		int status = this.http
			.send(HttpRequest.newBuilder(uri)
				.timeout(Duration.ofSeconds(5))
				.POST(HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.discarding())
			.statusCode();
		if (status != 200) {
			throw new IOException("no outage: " + status);
		}
	}

	private void expireLocks(int number) throws IOException, InterruptedException {
		List<String> held = new ArrayList<>();
		this.apis.scan("processing-locks", (item) -> {
			if (!item.at("/lock_owner/S").asString("-").equals("-")) {
				held.add(item.at("/anime_id/S").asString());
			}
		});
		Collections.sort(held);
		Collections.shuffle(held, this.chance);
		for (String id : held.subList(0, Math.min(number, held.size()))) {
			this.apis.tables("UpdateItem",
					Map.of("TableName", "processing-locks", "Key", Map.of("anime_id", Map.of("S", id)),
							"UpdateExpression", "SET expires_at = :past", "ExpressionAttributeValues",
							Map.of(":past", Map.of("N", "1"))));
			this.catalogue.start(id);
		}
	}

	private void fillDisk(Duration time) throws IOException, InterruptedException {
		try {
			this.disk.fill();
			Thread.sleep(time);
		}
		finally {
			this.disk.free();
		}
	}

	private Optional<ChildReport> report(String process) {
		return this.run.reports().stream().filter((report) -> report.name().equals(process)).findFirst();
	}

	/** A process that stands still until this is closed. */
	@FunctionalInterface
	private interface StoodStill extends AutoCloseable {

		@Override
		void close() throws IOException;

	}

}

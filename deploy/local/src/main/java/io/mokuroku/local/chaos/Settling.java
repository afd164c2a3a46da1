package io.mokuroku.local.chaos;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.local.running.LocalApis;
import io.mokuroku.local.running.RunningCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Waits until a catalogue rests: no message, no run, nothing to announce, no execution
 * but those that wait for a person, and no question to a person but theirs.
 */
final class Settling {

	/** States of a review in which it keeps the token of its execution. */
	private static final Set<String> WAITED_FOR = Set.of("OPEN", "DEFERRED", "DECIDED");

	private final LocalApis apis;

	private final RunningCatalogue catalogue;

	private final Duration look;

	private final Instant deadline;

	private final InstantSource clock;

	/**
	 * Waits to come.
	 * @param look the time between two looks
	 */
	Settling(LocalApis apis, RunningCatalogue catalogue, Duration look, Instant deadline, InstantSource clock) {
		this.apis = apis;
		this.catalogue = catalogue;
		this.look = look;
		this.deadline = deadline;
		this.clock = clock;
	}

	/**
	 * Waits until it rests.
	 * @return the entries that wait for a person
	 * @throws IOException if it does not rest until the deadline, with what is going on
	 */
	Set<String> await() throws IOException, InterruptedException {
		Rest rest = new Rest();
		String seen = "nothing was seen";
		while (this.clock.instant().isBefore(this.deadline)) {
			Set<String> waiting = new TreeSet<>();
			Optional<String> goingOn;
			long requests = 0;
			try {
				requests = this.apis.messages("enrichment-requests");
				goingOn = goingOn(requests, waiting);
			}
			catch (IOException ex) {
				goingOn = Optional.of(ex.toString());
			}
			Optional<String> toCome = rest.look(goingOn, requests, waiting.size(), this.clock.instant());
			if (toCome.isEmpty()) {
				return waiting;
			}
			seen = toCome.get();
			Thread.sleep(this.look);
		}
		throw new IOException("The catalogue does not rest: " + seen);
	}

	private Optional<String> goingOn(long requests, Set<String> waiting) throws IOException, InterruptedException {
		long messages = this.apis.messages() - requests;
		long runs = this.apis.openRuns();
		int[] unannounced = { 0 };
		this.apis.scan("outbox", (_) -> unannounced[0]++);
		if (messages > 0 || runs > 0 || unannounced[0] > 0) {
			return Optional
				.of("%d messages, %d runs, %d unannounced changes".formatted(messages, runs, unannounced[0]));
		}
		for (String name : this.catalogue.executions().running()) {
			String id = RunningCatalogue.Executions.entry(name);
			if (!this.catalogue.waitsForReviewer(id)) {
				return Optional.of("execution " + name);
			}
			waiting.add(id);
		}
		return new Questions(waiting, asked(), this.apis.messages("review-requests-dlq")).atOdds();
	}

	/** The entries that people are asked about. */
	private Set<String> asked() throws IOException, InterruptedException {
		Set<String> asked = new TreeSet<>();
		this.apis.scan("reviews", (item) -> {
			if (WAITED_FOR.contains(item.at("/task_state/S").asString(""))) {
				asked.add(body(item).path("animeId").asString());
			}
		});
		this.apis.scan("waiting-reviews", (item) -> asked.add(body(item).path("animeId").asString()));
		return asked;
	}

	private static JsonNode body(JsonNode item) {
		return JsonMapper.shared().readTree(item.at("/body/S").asString());
	}

}

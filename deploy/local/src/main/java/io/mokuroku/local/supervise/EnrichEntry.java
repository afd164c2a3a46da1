package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import io.mokuroku.local.running.ExecutionLog;
import io.mokuroku.local.running.RunningCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Starts the enrichment of an entry, or finds the one that runs, and tells of it until it
 * ends or waits for a person.
 */
final class EnrichEntry {

	private static final Duration BEAT = Duration.ofMillis(300);

	private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

	/**
	 * What may be answered for a moment, while an execution begins or a service starts
	 * anew.
	 */
	private static final Set<Integer> BORNE = Set.of(200, 404, 503);

	private static final int MOST_MISSES = 100;

	private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	private final Ports ports;

	private final PrintStream out;

	EnrichEntry(Ports ports, PrintStream out) {
		this.ports = ports;
		this.out = out;
	}

	/**
	 * Does it.
	 * @param wanted the id of an entry, or words that the search finds it by
	 * @param starting whether to start another execution; otherwise the latest is told of
	 * @throws Refusal when there is no such entry, or nothing to tell of
	 */
	void carryOut(String wanted, boolean starting) throws IOException, InterruptedException {
		JsonNode entry = entry(wanted);
		String id = entry.path("id").asString();
		this.out.println(entry.at("/attributes/title").asString(id) + " (" + id + ")");
		RunningCatalogue catalogue = new RunningCatalogue(this.ports, LocalHttp.token(this.ports, "catalogue.enrich"));
		String execution = starting ? started(catalogue, id) : "";
		ExecutionLog log = new ExecutionLog();
		boolean seen = false;
		int misses = 0;
		while (true) {
			RunningCatalogue.Answer answer = show(catalogue, id);
			if (answer.status() == 404 && execution.isEmpty()) {
				throw new Refusal("It was not enriched yet: its turn may come, or leave --watch out to begin.");
			}
			if (!BORNE.contains(answer.status()) || misses == MOST_MISSES) {
				throw new Refusal("Nothing is told of its execution any more: HTTP " + answer.status() + " "
						+ answer.body().at("/errors/0/detail").asString(""));
			}
			JsonNode shown = answer.body();
			String latest = shown.path("execution").asString("");
			// one that was just started is not the latest at once
			boolean begun = answer.status() == 200 && (seen || execution.isEmpty() || latest.equals(execution));
			misses = begun ? 0 : misses + 1;
			if (begun) {
				if (seen && !latest.equals(execution)) {
					this.out.println("Another execution came after it:");
					log = new ExecutionLog();
				}
				seen = true;
				execution = latest;
				log.news(catalogue.history(latest)).forEach(this.out::println);
				if (hasEnded(shown, id)) {
					log.findTrace()
						.ifPresent((trace) -> this.out
							.println("What all services logged of it: deploy/local/trace " + trace));
					return;
				}
			}
			Thread.sleep(BEAT);
		}
	}

	/** Who starts anew refuses connections for a moment. */
	private static RunningCatalogue.Answer show(RunningCatalogue catalogue, String id)
			throws IOException, InterruptedException {
		try {
			return catalogue.show(id);
		}
		catch (ConnectException _) {
			return new RunningCatalogue.Answer(503, MissingNode.getInstance());
		}
	}

	private JsonNode entry(String wanted) {
		boolean named = wanted.matches(ID);
		String address = Ports.url(this.ports.search()) + (named ? "/v1/anime/" + wanted
				: "/v1/search?limit=1&q=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
		try {
			LocalHttp.Answer answer = LocalHttp.get(address, Map.of());
			if (answer.status() != 200 && answer.status() != 404) {
				throw new Refusal("search-api answers HTTP " + answer.status() + " at " + address + ".");
			}
			JsonNode data = JsonMapper.shared().readTree(answer.body()).path("data");
			JsonNode entry = named ? data : data.path(0);
			if (!entry.path("id").isString()) {
				throw new Refusal("There is no entry \"" + wanted + "\".");
			}
			return entry;
		}
		catch (IOException _) {
			throw new Refusal(
					"search-api does not answer at " + Ports.url(this.ports.search()) + ": is everything up?");
		}
	}

	/** The name of the execution that was started, empty if one runs already. */
	private String started(RunningCatalogue catalogue, String id) throws IOException, InterruptedException {
		boolean told = false;
		while (true) {
			RunningCatalogue.Answer answer = catalogue.start(id);
			switch (answer.status()) {
				case 202 -> {
					return answer.body().path("execution").asString();
				}
				// a request that finds all workers busy has the lock for a moment
				case 409, 503 -> {
					if (catalogue.show(id).body().path("status").asString("").equals("RUNNING")) {
						this.out.println("It is being worked on already:");
						return "";
					}
					if (!told) {
						this.out.println("All workers are busy: waiting for a turn ...");
						told = true;
					}
					Thread.sleep(BETWEEN_TRIES);
				}
				default -> throw new Refusal("It cannot be enriched: HTTP " + answer.status() + " "
						+ answer.body().at("/errors/0/detail").asString(""));
			}
		}
	}

	private boolean hasEnded(JsonNode shown, String id) {
		String status = shown.path("status").asString("");
		if (shown.path("waitsFor").asString("").equals("REVIEWER")) {
			this.out.println("It waits for a person: " + Ports.url(this.ports.review()) + "/portal?text=" + id);
			this.out.println("Afterwards: deploy/local/enrich --watch " + id);
			return true;
		}
		if (status.equals("SUCCEEDED")) {
			this.out.println(shown.path("outcome").asString("ended") + ": " + Ports.url(this.ports.search())
					+ "/v1/anime/" + id);
			return true;
		}
		if (!status.equals("RUNNING")) {
			this.out.println(status + " " + shown.path("error").asString("") + " " + shown.path("cause").asString(""));
			return true;
		}
		return false;
	}

}

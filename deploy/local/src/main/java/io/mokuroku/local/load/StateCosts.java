package io.mokuroku.local.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.local.running.ExecutionLog;
import tools.jackson.databind.JsonNode;

/**
 * What tasks cost, read from execution histories: how long a state lasted, how long its
 * message took to reach the queue, and how long the answer took from there. An answer
 * holds the time on the queue, the work, and the way back through the token.
 */
final class StateCosts {

	/** A message whose worker died is shown again after this many seconds. */
	private static final double HIDDEN = 115;

	private final Map<String, Samples> byState = new TreeMap<>();

	/** Takes a history into account, given its events in order. */
	void add(List<JsonNode> events) {
		Map<Long, JsonNode> byId = new HashMap<>();
		Map<Long, Double> scheduled = new HashMap<>();
		Map<Long, Double> submitted = new HashMap<>();
		for (JsonNode event : events) {
			byId.put(event.path("id").asLong(), event);
			JsonNode entered = ExecutionLog.entered(event, byId);
			String state = entered.at("/stateEnteredEventDetails/name").asString("");
			long strand = entered.path("id").asLong();
			double at = event.path("timestamp").asDouble();
			switch (event.path("type").asString("")) {
				case "TaskScheduled" -> scheduled.put(strand, at);
				case "TaskSubmitted" -> {
					submitted.put(strand, at);
					samples(state).sending().add(at - scheduled.getOrDefault(strand, at));
				}
				case "TaskSucceeded", "TaskFailed", "TaskTimedOut" -> {
					Double from = submitted.getOrDefault(strand, scheduled.get(strand));
					if (from != null) {
						samples(state).answering().add(at - from);
						samples(state).spans().add(new double[] { from, at });
					}
				}
				default -> {
					// not about a task
				}
			}
		}
	}

	private Samples samples(String state) {
		return this.byState.computeIfAbsent(state,
				(name) -> new Samples(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
	}

	/** The answers of a state in seconds, the shortest first. */
	List<Double> answers(String state) {
		return sorted(samples(state).answering());
	}

	/**
	 * How many tasks of each state were being worked on when their worker was killed: a
	 * kill lies between question and answer, and the answer came no sooner than the
	 * message was shown again.
	 */
	Map<String, Long> interrupted(List<Instant> kills) {
		Map<String, Long> interrupted = new TreeMap<>();
		this.byState.forEach((state, samples) -> {
			long died = samples.spans()
				.stream()
				.filter((span) -> span[1] - span[0] >= HIDDEN)
				.filter((span) -> kills.stream()
					.mapToDouble((kill) -> kill.toEpochMilli() / 1000.0)
					.anyMatch((kill) -> kill > span[0] && kill < span[1]))
				.count();
			if (died > 0) {
				interrupted.put(state, died);
			}
		});
		return interrupted;
	}

	/**
	 * A line for each state.
	 * @param work the mean time its worker and its checks need, in seconds, by state;
	 * what is missing is shown as such
	 */
	List<String> table(Map<String, double[]> work) {
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "%-22s %6s %9s %9s %9s %9s %9s %9s", "state", "tasks", "send p50",
				"answ p50", "answ p95", "work avg", "schema", "overhead"));
		this.byState.forEach((state, samples) -> {
			List<Double> answers = sorted(samples.answering());
			double[] known = work.get(state);
			String worked = (known != null) ? milliseconds(known[0]) + " " + milliseconds(known[1]) + " "
					+ milliseconds(mean(answers) - known[0] - known[1]) : "        -         -         -";
			lines.add(String.format(Locale.ROOT, "%-22s %6d %s %s %s %s", state, answers.size(),
					milliseconds(quantile(sorted(samples.sending()), 0.5)), milliseconds(quantile(answers, 0.5)),
					milliseconds(quantile(answers, 0.95)), worked));
		});
		return lines;
	}

	private static String milliseconds(double seconds) {
		return String.format(Locale.ROOT, "%6.0f ms", seconds * 1000);
	}

	private static List<Double> sorted(List<Double> values) {
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		return sorted;
	}

	private static double mean(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
	}

	private static double quantile(List<Double> sorted, double part) {
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * part)));
	}

	private record Samples(List<Double> sending, List<Double> answering, List<double[]> spans) {
	}

}

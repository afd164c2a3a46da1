package io.mokuroku.enrichment.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.enrichment.workflow.Executions.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far an execution is, read from its history.
 *
 * @param current the states it is in, those it entered first first; none once it has
 * ended
 * @param waitsFor whom it waits for
 * @param since since when
 * @param sources how asking each source went
 * @param stages what became of each stage
 * @param steps the states it entered last, the newest first
 */
record Progress(List<Current> current, Waits waitsFor, @Nullable Instant since, List<Source> sources,
		List<StageResult> stages, List<Step> steps) {

	/** The state in which a person is asked. */
	static final String REVIEW = "Review";

	/** The state that lets time pass because a person asked for it. */
	static final String DEFERRED = "Deferred";

	private static final int MOST_STEPS = 10;

	/** Reads a history. */
	static Progress of(List<Event> events, boolean running) {
		Map<Long, Event> byId = new HashMap<>();
		Map<Long, Integer> attempts = new HashMap<>();
		Map<Long, Boolean> asked = new HashMap<>();
		Map<String, Source> sources = new LinkedHashMap<>();
		Map<String, StageResult> stages = new LinkedHashMap<>();
		List<Event> open = new ArrayList<>();
		List<Step> steps = new ArrayList<>();
		for (Event event : events) {
			byId.put(event.id(), event);
			String state = event.state();
			if (state != null && event.type().endsWith("StateEntered")) {
				open.add(event);
				steps.addFirst(new Step(state, event.at()));
			}
			else if (state != null) {
				leave(open, state);
				note(event.output(), sources, stages);
			}
			else if (event.type().equals("TaskScheduled")) {
				attempts.merge(entry(event, byId), 1, Integer::sum);
				asked.put(entry(event, byId), true);
			}
			else if (event.type().equals("TaskFailed") || event.type().equals("TaskTimedOut")) {
				asked.put(entry(event, byId), false);
			}
		}
		List<Current> current = (running ? open : List.<Event>of()).stream()
			.filter((event) -> attempts.containsKey(event.id()) || DEFERRED.equals(event.state()))
			.map((event) -> new Current(String.valueOf(event.state()), event.at(), attempts.getOrDefault(event.id(), 0),
					waits(event, asked.getOrDefault(event.id(), false))))
			.toList();
		return new Progress(current, current.isEmpty() ? Waits.NOBODY : current.getFirst().waitsFor(),
				current.isEmpty() ? null : current.getFirst().since(), List.copyOf(sources.values()),
				List.copyOf(stages.values()), steps.subList(0, Math.min(MOST_STEPS, steps.size())));
	}

	private static Waits waits(Event entered, boolean asked) {
		if (REVIEW.equals(entered.state())) {
			return Waits.REVIEWER;
		}
		return asked ? Waits.WORKER : Waits.TIME;
	}

	/** The event with which the state was entered that an event belongs to. */
	private static long entry(Event event, Map<Long, Event> byId) {
		Event at = event;
		while (!at.type().endsWith("StateEntered") && byId.containsKey(at.previousId())) {
			at = byId.get(at.previousId());
		}
		return at.id();
	}

	private static void leave(List<Event> open, String state) {
		for (int i = open.size() - 1; i >= 0; i--) {
			if (state.equals(open.get(i).state())) {
				open.remove(i);
				return;
			}
		}
	}

	/** What a source or a stage came to is what its state was left with. */
	private static void note(@Nullable String output, Map<String, Source> sources, Map<String, StageResult> stages) {
		if (output == null) {
			return;
		}
		JsonNode left = WorkflowJson.MAPPER.readTree(output);
		if (left.path("link").isString() && left.path("status").isString()) {
			String link = left.get("link").asString();
			sources.put(link, new Source(link, left.get("status").asString(), text(left, "error")));
		}
		else if (left.path("stage").isString()) {
			String stage = left.get("stage").asString();
			stages.put(stage, new StageResult(stage, left.path("status").asString("OK"), text(left, "error")));
		}
	}

	private static @Nullable String text(JsonNode node, String name) {
		return node.path(name).isString() ? node.get(name).asString() : null;
	}

	/** Whom an execution waits for. */
	enum Waits {

		/** Nobody: it has ended, or goes on at once. */
		NOBODY,

		/** A worker that has the task or will take it from the queue. */
		WORKER,

		/** A person who decides. */
		REVIEWER,

		/** The moment to try again, or to ask a person again. */
		TIME

	}

	/**
	 * A state an execution is in.
	 *
	 * @param state its name
	 * @param since when it was entered
	 * @param attempts how often its task was given out, from 1; 0 for a state without
	 * @param waitsFor whom it waits for
	 */
	record Current(String state, Instant since, int attempts, Waits waitsFor) {
	}

	/**
	 * How asking a source went.
	 *
	 * @param link the page asked about
	 * @param status OK, NOT_FOUND, NOT_ASKED or FAILED
	 * @param error the name of what failed
	 */
	record Source(String link, String status, @Nullable String error) {
	}

	/**
	 * What became of a stage.
	 *
	 * @param stage its name
	 * @param status OK or FAILED, or what else it says of itself
	 * @param error the name of what failed
	 */
	record StageResult(String stage, String status, @Nullable String error) {
	}

	/**
	 * One state entered.
	 *
	 * @param name the state
	 * @param at when
	 */
	record Step(String name, Instant at) {
	}

}

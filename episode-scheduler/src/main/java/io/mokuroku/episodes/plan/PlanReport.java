package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What became of a plan.
 *
 * @param at when it was made
 * @param cause why it was made: {@code start}, {@code daily}, {@code interval} or
 * {@code request}
 * @param dryRun whether it was only made and not carried out
 * @param episodes the episodes it names, the earliest first
 * @param removed names of schedules that were cancelled
 * @param failures what could not be done, a sentence each
 */
public record PlanReport(Instant at, String cause, boolean dryRun, List<Item> episodes, List<String> removed,
		List<String> failures) {

	public PlanReport {
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(cause, "cause");
		episodes = List.copyOf(episodes);
		removed = List.copyOf(removed);
		failures = List.copyOf(failures);
	}

	/** How many episodes of this plan had a certain fate. */
	public long count(Fate fate) {
		return this.episodes.stream().filter((item) -> item.fate() == fate).count();
	}

	/** What was done about an episode, or would be in a dry run. */
	public enum Fate {

		CREATED, MOVED, KEPT, FAILED

	}

	/**
	 * One episode of a plan.
	 *
	 * @param episode the episode
	 * @param fate what was done about it
	 */
	public record Item(PlannedEpisode episode, Fate fate) {

	}

}

package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of a plan.
 *
 * @param at when it was made
 * @param cause why it was made: {@code start}, {@code daily}, {@code interval},
 * {@code calendar} or {@code request}
 * @param dryRun whether it was only made and not carried out
 * @param counts how many of what
 * @param episodes the first episodes it names, those without a schedule before all
 * others, then by time
 * @param removed names of the first schedules that were cancelled
 * @param failures the first things that could not be done, a sentence each
 */
public record PlanReport(Instant at, String cause, boolean dryRun, Counts counts, List<Item> episodes,
		List<String> removed, List<String> failures) {

	/** A report is kept in one item of 400 KB; what is beyond is only counted. */
	private static final int MOST_EPISODES = 1_000;

	private static final int MOST_LINES = 100;

	public PlanReport {
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(cause, "cause");
		Objects.requireNonNull(counts, "counts");
		episodes = List.copyOf(episodes);
		removed = List.copyOf(removed);
		failures = List.copyOf(failures);
	}

	/**
	 * The report of a plan.
	 * @param failures what failed, by the name of the schedule
	 * @param removed names of the schedules that were cancelled
	 */
	static PlanReport of(Plan plan, Map<String, String> failures, List<String> removed, Instant at, String cause,
			boolean dryRun) {
		Map<String, Fate> fates = new HashMap<>();
		note(plan.create(), Fate.CREATED, failures, fates);
		note(plan.move(), Fate.MOVED, failures, fates);
		note(plan.keep(), Fate.KEPT, failures, fates);
		List<Item> items = plan.episodes()
			.stream()
			.map((episode) -> new Item(episode, fates.getOrDefault(episode.name(), Fate.FAILED)))
			.sorted(Comparator.comparing((Item item) -> item.fate() != Fate.FAILED)
				.thenComparing((item) -> item.episode().airAt())
				.thenComparing((item) -> item.episode().name()))
			.toList();
		Counts counts = new Counts(items.size(), count(items, Fate.CREATED), count(items, Fate.MOVED),
				count(items, Fate.KEPT), removed.size(), failures.size(),
				plan.create().size() + plan.move().size() + plan.keep().size());
		return new PlanReport(at, cause, dryRun, counts, items.stream().limit(MOST_EPISODES).toList(),
				removed.stream().limit(MOST_LINES).toList(),
				failures.entrySet()
					.stream()
					.sorted(Map.Entry.comparingByKey())
					.limit(MOST_LINES)
					.map((failure) -> failure.getKey() + ": " + failure.getValue())
					.toList());
	}

	private static void note(List<Appointment> appointments, Fate fate, Map<String, String> failures,
			Map<String, Fate> fates) {
		for (Appointment appointment : appointments) {
			Fate real = failures.containsKey(appointment.name()) ? Fate.FAILED : fate;
			appointment.episodes().forEach((episode) -> fates.put(Plan.nameOf(episode), real));
		}
	}

	private static int count(List<Item> items, Fate fate) {
		return Math.toIntExact(items.stream().filter((item) -> item.fate() == fate).count());
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

	/**
	 * How many.
	 *
	 * @param planned episodes to look at
	 * @param created of them, those that got a schedule
	 * @param moved of them, those whose schedule changed
	 * @param kept of them, those whose schedule was right
	 * @param removed schedules cancelled
	 * @param failures schedules that could not be changed
	 * @param schedules schedules the episodes need
	 */
	public record Counts(int planned, int created, int moved, int kept, int removed, int failures, int schedules) {

		/** Episodes whose schedule stands. */
		public int scheduled() {
			return this.created + this.moved + this.kept;
		}

	}

}

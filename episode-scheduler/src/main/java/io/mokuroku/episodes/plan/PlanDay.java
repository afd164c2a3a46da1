package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the plan of the coming hours and carries it out. What fails for one episode is
 * reported and does not stop the others; the next plan repairs it.
 */
public final class PlanDay {

	private static final Logger logger = LoggerFactory.getLogger(PlanDay.class);

	private final AiringEntries entries;

	private final HandledEpisodes handled;

	private final Schedules schedules;

	private final PlanRules rules;

	private final PlanAirings planAirings;

	private final InstantSource clock;

	private final ReentrantLock oneAtATime = new ReentrantLock();

	public PlanDay(AiringEntries entries, HandledEpisodes handled, Schedules schedules, PlanRules rules,
			InstantSource clock) {
		this.entries = entries;
		this.handled = handled;
		this.schedules = schedules;
		this.rules = rules;
		this.planAirings = new PlanAirings(rules);
		this.clock = clock;
	}

	/**
	 * Plans from now on.
	 * @param cause why, for the report
	 * @param dryRun whether to leave the schedules as they are
	 * @throws RetryableFailure if the entries or the schedules cannot be read
	 */
	public PlanReport run(String cause, boolean dryRun) {
		this.oneAtATime.lock();
		try {
			Instant now = this.clock.instant();
			List<PlannedEpisode> episodes = this.planAirings.episodes(now, entriesAround(now));
			Plan plan = this.planAirings.plan(now, episodes, this.handled.among(episodes), this.schedules.all());
			PlanReport report = dryRun ? described(plan, now, cause) : carriedOut(plan, now, cause);
			logger.info("airings planned cause={} dryRun={} created={} moved={} kept={} removed={} failures={}", cause,
					dryRun, report.count(PlanReport.Fate.CREATED), report.count(PlanReport.Fate.MOVED),
					report.count(PlanReport.Fate.KEPT), report.removed().size(), report.failures().size());
			return report;
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	private List<AnimeEntry> entriesAround(Instant now) {
		Instant from = now.minus(this.rules.catchUp());
		Instant to = now.plus(this.rules.lookAhead());
		List<AnimeEntry> found = new ArrayList<>(this.entries.airing(AiringStatus.ONGOING, from, to));
		found.addAll(this.entries.airing(AiringStatus.UPCOMING, from, to));
		return found;
	}

	private static PlanReport described(Plan plan, Instant now, String cause) {
		List<PlanReport.Item> items = new ArrayList<>();
		plan.create().forEach((episode) -> items.add(new PlanReport.Item(episode, PlanReport.Fate.CREATED)));
		plan.move().forEach((episode) -> items.add(new PlanReport.Item(episode, PlanReport.Fate.MOVED)));
		plan.keep().forEach((episode) -> items.add(new PlanReport.Item(episode, PlanReport.Fate.KEPT)));
		return new PlanReport(now, cause, true, inOrder(items), plan.remove(), List.of());
	}

	private PlanReport carriedOut(Plan plan, Instant now, String cause) {
		List<PlanReport.Item> items = new ArrayList<>();
		List<String> failures = new ArrayList<>();
		plan.create().forEach((episode) -> items.add(put(episode, PlanReport.Fate.CREATED, failures)));
		plan.move().forEach((episode) -> items.add(put(episode, PlanReport.Fate.MOVED, failures)));
		plan.keep().forEach((episode) -> items.add(new PlanReport.Item(episode, PlanReport.Fate.KEPT)));
		List<String> removed = new ArrayList<>();
		for (String name : plan.remove()) {
			if (attempted(name, () -> this.schedules.remove(name), failures)) {
				removed.add(name);
			}
		}
		return new PlanReport(now, cause, false, inOrder(items), removed, failures);
	}

	private PlanReport.Item put(PlannedEpisode episode, PlanReport.Fate fate, List<String> failures) {
		boolean done = attempted(episode.scheduleName(), () -> this.schedules.put(episode), failures);
		return new PlanReport.Item(episode, done ? fate : PlanReport.Fate.FAILED);
	}

	private static boolean attempted(String name, Runnable change, List<String> failures) {
		try {
			change.run();
			return true;
		}
		catch (RuntimeException ex) {
			logger.warn("schedule not changed name={}", name, ex);
			failures.add(name + ": " + ex.getMessage());
			return false;
		}
	}

	private static List<PlanReport.Item> inOrder(List<PlanReport.Item> items) {
		return items.stream()
			.sorted(Comparator.comparing((PlanReport.Item item) -> item.episode().airAt())
				.thenComparing((item) -> item.episode().scheduleName()))
			.toList();
	}

}

package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the plan of the coming hours and carries it out. What fails for one appointment
 * is reported and does not stop the others; the next plan repairs it.
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
			Plan plan = this.planAirings.plan(now, episodes, this.planAirings.again(now, this.handled.unconfirmed()),
					this.handled.among(episodes), this.schedules.all());
			PlanReport report = dryRun ? PlanReport.of(plan, Map.of(), plan.removable(List.of()), now, cause, true)
					: carriedOut(plan, now, cause);
			tell(report);
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

	private PlanReport carriedOut(Plan plan, Instant now, String cause) {
		List<Appointment> changed = new ArrayList<>(plan.create());
		changed.addAll(plan.move());
		Map<String, String> failures = new HashMap<>(this.schedules.put(changed));
		List<String> removable = plan.removable(failures.keySet());
		Map<String, String> kept = this.schedules.remove(removable);
		failures.putAll(kept);
		return PlanReport.of(plan, failures, removable.stream().filter((name) -> !kept.containsKey(name)).toList(), now,
				cause, false);
	}

	private static void tell(PlanReport report) {
		PlanReport.Counts counts = report.counts();
		logger.info(
				"airings planned cause={} dryRun={} planned={} created={} moved={} kept={} removed={} failures={} schedules={}",
				report.cause(), report.dryRun(), counts.planned(), counts.created(), counts.moved(), counts.kept(),
				counts.removed(), counts.failures(), counts.schedules());
		if (counts.scheduled() != counts.planned()) {
			logger.error("airings without schedule planned={} scheduled={} first=\"{}\"", counts.planned(),
					counts.scheduled(), report.failures().isEmpty() ? "" : report.failures().getFirst());
		}
	}

}

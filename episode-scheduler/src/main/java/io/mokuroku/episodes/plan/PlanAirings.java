package io.mokuroku.episodes.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.NextEpisode;
import org.jspecify.annotations.Nullable;

/**
 * Compares the airings of the coming hours with the schedules there are. Planning twice
 * changes nothing the second time.
 */
public final class PlanAirings {

	/**
	 * Two times of one airing that lie this close are the same time, and a schedule this
	 * close to its time is left to fire.
	 */
	private static final Duration TOLERANCE = Duration.ofMinutes(2);

	private final PlanRules rules;

	public PlanAirings(PlanRules rules) {
		this.rules = rules;
	}

	/**
	 * The episodes that need a schedule.
	 * @param now the present
	 * @param entries entries that may air; those outside the span of time are left out
	 */
	public List<PlannedEpisode> episodes(Instant now, Collection<AnimeEntry> entries) {
		Map<String, PlannedEpisode> episodes = new TreeMap<>();
		for (AnimeEntry entry : entries) {
			NextEpisode next = entry.airing().next();
			if (next != null && isLive(entry) && isNear(next.at(), now) && isPlausible(next, entry.episodes())) {
				PlannedEpisode episode = new PlannedEpisode(entry.id(), next.number(), next.at(),
						fireAt(next.at(), entry.durationSeconds(), now), next.confidence());
				episodes.put(episode.scheduleName(), episode);
			}
		}
		return List.copyOf(episodes.values());
	}

	/**
	 * What has to change.
	 * @param now the present
	 * @param episodes what {@link #episodes} told
	 * @param handled by schedule name, with which time of airing an episode was already
	 * passed on
	 * @param existing the schedules there are
	 */
	public Plan plan(Instant now, Collection<PlannedEpisode> episodes, Map<String, Instant> handled,
			Collection<KnownSchedule> existing) {
		Map<String, Instant> superfluous = new TreeMap<>();
		existing.forEach((schedule) -> superfluous.put(schedule.name(), schedule.fireAt()));
		Map<String, Instant> fireTimes = new HashMap<>(superfluous);
		List<PlannedEpisode> create = new ArrayList<>();
		List<PlannedEpisode> move = new ArrayList<>();
		List<PlannedEpisode> keep = new ArrayList<>();
		for (PlannedEpisode episode : episodes) {
			String name = episode.scheduleName();
			if (isHandled(episode, handled.get(name))) {
				continue;
			}
			superfluous.remove(name);
			Instant fireTime = fireTimes.get(name);
			if (fireTime == null) {
				create.add(episode);
			}
			else if (fits(episode, fireTime, now)) {
				keep.add(episode);
			}
			else {
				move.add(episode);
			}
		}
		return new Plan(create, move, keep, List.copyOf(superfluous.keySet()));
	}

	/** Whether an airing was passed on, and has not been put off since. */
	public static boolean isHandled(PlannedEpisode episode, @Nullable Instant handledAirAt) {
		return handledAirAt != null && !episode.airAt().isAfter(handledAirAt.plus(TOLERANCE));
	}

	private static boolean isLive(AnimeEntry entry) {
		return switch (entry.lifecycle()) {
			case DRAFT, ACTIVE -> true;
			case ORPHANED, REDIRECT -> false;
		};
	}

	private boolean isNear(Instant airAt, Instant now) {
		return !airAt.isBefore(now.minus(this.rules.catchUp())) && airAt.isBefore(now.plus(this.rules.lookAhead()));
	}

	private static boolean isPlausible(NextEpisode next, @Nullable Integer total) {
		return total == null || next.number() <= total;
	}

	private Instant fireAt(Instant airAt, @Nullable Integer durationSeconds, Instant now) {
		Duration duration = (durationSeconds != null) ? Duration.ofSeconds(durationSeconds)
				: this.rules.usualDuration();
		Instant fireAt = airAt.plus(duration).plus(this.rules.confirmAfter()).truncatedTo(ChronoUnit.SECONDS);
		return fireAt.isAfter(now) ? fireAt : now.plus(this.rules.missedDelay()).truncatedTo(ChronoUnit.SECONDS);
	}

	private boolean fits(PlannedEpisode episode, Instant fireTime, Instant now) {
		if (fireTime.equals(episode.fireAt())) {
			return true;
		}
		boolean wantedNow = !episode.fireAt().isAfter(now.plus(this.rules.missedDelay()));
		return wantedNow && Duration.between(fireTime, now).abs().compareTo(TOLERANCE) <= 0;
	}

}

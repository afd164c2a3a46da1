package io.mokuroku.episodes.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.message.EpisodeAired;
import org.jspecify.annotations.Nullable;

/**
 * Compares the airings of the coming hours with the appointments there are. Planning
 * twice changes nothing the second time.
 */
public final class PlanAirings {

	/**
	 * Two times of one airing that lie this close are the same time, and an appointment
	 * this close to its time is left to fire.
	 */
	private static final Duration TOLERANCE = Duration.ofMinutes(2);

	private final PlanRules rules;

	private final AppointmentBook book;

	public PlanAirings(PlanRules rules) {
		this.rules = rules;
		this.book = new AppointmentBook(rules.shareAbove(), rules.mostPerAppointment());
	}

	/**
	 * The episodes that air.
	 * @param now the present
	 * @param entries entries that may air; those outside the span of time are left out
	 * @return by name
	 */
	public List<PlannedEpisode> episodes(Instant now, Collection<AnimeEntry> entries) {
		Map<String, PlannedEpisode> episodes = new TreeMap<>();
		for (AnimeEntry entry : entries) {
			NextEpisode next = entry.airing().next();
			if (next != null && entry.lifecycle().isLive() && isNear(next.at(), now)) {
				episodesOf(entry, next, now).forEach((episode) -> episodes.put(episode.name(), episode));
			}
		}
		return List.copyOf(episodes.values());
	}

	/** Several episodes in a row are over together; a whole season is one to look at. */
	private List<PlannedEpisode> episodesOf(AnimeEntry entry, NextEpisode next, Instant now) {
		Integer total = entry.episodes();
		int last = (total != null) ? Math.min(next.lastNumber(), total) : next.lastNumber();
		int count = last - next.number() + 1;
		if (count < 1) {
			return List.of();
		}
		int first = next.wholeSeason() ? last : next.number();
		Duration one = (entry.durationSeconds() != null) ? Duration.ofSeconds(entry.durationSeconds())
				: this.rules.usualDuration();
		Duration length = next.wholeSeason() ? one : one.multipliedBy(count);
		List<PlannedEpisode> episodes = new ArrayList<>();
		for (int number = first; number <= last; number++) {
			episodes.add(new PlannedEpisode(entry.id(), number, next.at(),
					notBefore(next.at().plus(length).plus(this.rules.confirmAfter()), now), next.confidence()));
		}
		return episodes;
	}

	/**
	 * The episodes that no source has listed yet.
	 * @param now the present
	 * @param unconfirmed when each is looked for again; those beyond the span of time are
	 * left out
	 */
	public List<PlannedEpisode> again(Instant now, Collection<Look> unconfirmed) {
		return unconfirmed.stream()
			.filter((look) -> look.next().isBefore(now.plus(this.rules.lookAhead())))
			.map((look) -> new PlannedEpisode(look.animeId(), look.number(), look.airedAt(),
					notBefore(look.next(), now), 1))
			.toList();
	}

	/**
	 * What has to change. An appointment whose episode has begun stays even if its entry
	 * already tells of the episode after it; whoever takes it knows what was passed on.
	 * @param now the present
	 * @param episodes what {@link #episodes} told
	 * @param again what {@link #again} told
	 * @param handled by name, with which time of airing an episode was already passed on
	 * @param existing the appointments there are
	 */
	public Plan plan(Instant now, Collection<PlannedEpisode> episodes, Collection<PlannedEpisode> again,
			Map<String, Instant> handled, Collection<Appointment> existing) {
		Map<String, PlannedEpisode> due = new TreeMap<>();
		again.forEach((episode) -> due.put(episode.name(), episode));
		episodes.stream()
			.filter((episode) -> !isHandled(episode, handled.get(episode.name())))
			.forEach((episode) -> due.put(episode.name(), episode));
		Map<String, Appointment> known = new LinkedHashMap<>();
		existing.forEach((appointment) -> known.put(appointment.name(), appointment));
		List<Appointment> create = new ArrayList<>();
		List<Appointment> move = new ArrayList<>();
		List<Appointment> keep = new ArrayList<>();
		for (Appointment wanted : this.book.of(due.values(), existing).values()) {
			Appointment there = known.remove(wanted.name());
			if (there == null) {
				create.add(wanted);
			}
			else {
				(fits(wanted, there, now) ? keep : move).add(wanted);
			}
		}
		List<Appointment> remove = known.values()
			.stream()
			.filter((appointment) -> appointment.episodes()
				.stream()
				.noneMatch((episode) -> isUnderWay(episode, now) && !due.containsKey(Plan.nameOf(episode))))
			.toList();
		return new Plan(List.copyOf(due.values()), create, move, keep, remove);
	}

	private boolean isUnderWay(EpisodeAired episode, Instant now) {
		return !episode.airedAt().isAfter(now) && !episode.airedAt().isBefore(now.minus(this.rules.catchUp()));
	}

	/** Whether an airing was passed on, and has not been put off since. */
	private static boolean isHandled(PlannedEpisode episode, @Nullable Instant handledAirAt) {
		return handledAirAt != null && !episode.airAt().isAfter(handledAirAt.plus(TOLERANCE));
	}

	private boolean isNear(Instant airAt, Instant now) {
		return !airAt.isBefore(now.minus(this.rules.catchUp())) && airAt.isBefore(now.plus(this.rules.lookAhead()));
	}

	private Instant notBefore(Instant fireAt, Instant now) {
		Instant time = fireAt.isAfter(now) ? fireAt : now.plus(this.rules.missedDelay());
		return time.truncatedTo(ChronoUnit.SECONDS);
	}

	private boolean fits(Appointment wanted, Appointment there, Instant now) {
		if (!Objects.equals(wanted.episodes(), there.episodes())) {
			return false;
		}
		boolean wantedNow = !wanted.fireAt().isAfter(now.plus(this.rules.missedDelay()));
		return there.fireAt().equals(wanted.fireAt())
				|| (wantedNow && Duration.between(there.fireAt(), now).abs().compareTo(TOLERANCE) <= 0);
	}

}

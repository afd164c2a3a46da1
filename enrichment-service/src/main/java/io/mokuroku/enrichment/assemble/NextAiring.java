package io.mokuroku.enrichment.assemble;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.UnlistedEpisodes;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.upstream.AiringFacts;
import org.jspecify.annotations.Nullable;

/**
 * When the next episode airs, as far as a weekly slot and the list of episodes tell.
 */
final class NextAiring {

	/** Computed from the weekly slot. */
	static final double COMPUTED = 0.5;

	/** A calendar says the same. */
	static final double CONFIRMED = 0.85;

	/** Two claims within this time are one. */
	private static final Duration SAME_TIME = Duration.ofMinutes(10);

	private static final int DAYS_OF_A_FIRST_WEEK = 7;

	private NextAiring() {
	}

	/**
	 * The next airing as a calendar tells it with its number.
	 * @param calendars what calendars say, the most trusted first
	 * @param total how many episodes it will have
	 * @param now the present
	 * @return empty if none tells a number, or its time has passed
	 */
	static Optional<NextEpisode> told(List<AiringFacts.Next> calendars, @Nullable Integer total, Instant now) {
		for (AiringFacts.Next next : calendars) {
			Integer number = next.number();
			if (number != null && !next.at().isBefore(now) && (total == null || number <= total)) {
				return Optional.of(new NextEpisode(number, next.at(), CONFIRMED));
			}
		}
		return Optional.empty();
	}

	/**
	 * The next airing of a running work. Of one that has stopped
	 * ({@link UnlistedEpisodes}) there is none, unless a calendar tells of it.
	 * @param airing with the next airing as it was known before
	 * @param total how many episodes it will have
	 * @param episodes its episodes as far as they are listed
	 * @param calendars when calendars say the next episode airs
	 * @param now the present
	 * @return empty if it is not running, has no slot, is complete or has stopped, or its
	 * number would be a guess
	 */
	static Optional<NextEpisode> of(Airing airing, @Nullable Integer total, List<Episode> episodes,
			List<Instant> calendars, Instant now) {
		Broadcast slot = airing.broadcast();
		if (airing.status() != AiringStatus.ONGOING || slot == null) {
			return Optional.empty();
		}
		Instant at = slot.nextAtOrAfter(notBeforePremiere(airing.from(), slot, now));
		LocalDate day = LocalDate.ofInstant(at, slot.zone());
		boolean lateNight = slot.time().isBefore(EpisodeTimes.END_OF_SERVICE_DAY);
		int aired = AiringState.aired(episodes, day.minusDays(lateNight ? 2 : 1));
		if (aired == 0 && !premieresAbout(day, airing.from())) {
			return Optional.empty();
		}
		int number = aired + 1;
		if (total != null && number > total) {
			return Optional.empty();
		}
		boolean confirmed = calendars.stream()
			.anyMatch((claim) -> Duration.between(claim, at).abs().compareTo(SAME_TIME) <= 0);
		if (!confirmed && stopped(airing.next(), episodes, now)) {
			return Optional.empty();
		}
		return Optional.of(new NextEpisode(number, at, confirmed ? CONFIRMED : COMPUTED));
	}

	/**
	 * Whether a work has stopped. Whoever expected an airing that lies ahead knew the
	 * episodes before it.
	 * @param known the next airing as it was known before
	 * @param episodes its episodes as far as they are known
	 * @param now the present
	 */
	static boolean stopped(@Nullable NextEpisode known, List<Episode> episodes, Instant now) {
		int aired = AiringState.aired(episodes, LocalDate.ofInstant(now, Broadcast.JAPAN).minusDays(1));
		if (known == null) {
			return UnlistedEpisodes.meanStop(aired, COMPUTED, unlistedIn(episodes));
		}
		return !known.at().isAfter(now) && UnlistedEpisodes.meanStop(Math.max(aired, known.lastNumber()),
				known.confidence(), unlistedIn(episodes));
	}

	/** Which of these sources were asked for and do not list. */
	static Predicate<EpisodeNumber> unlistedIn(List<Episode> episodes) {
		return (number) -> episodes.stream()
			.anyMatch((episode) -> episode.number().equals(number) && episode.unlisted());
	}

	/**
	 * The airing after one that has just happened: a week later in the slot's zone.
	 * @param aired the number of the episode that aired
	 * @param at when it did
	 */
	static Optional<NextEpisode> after(int aired, Instant at, Airing airing, @Nullable Integer total, Instant now) {
		if (airing.status() != AiringStatus.ONGOING || (total != null && aired >= total)) {
			return Optional.empty();
		}
		Broadcast slot = airing.broadcast();
		Instant next = Broadcast.weeksAfter(at, (slot != null) ? slot.zone() : Broadcast.JAPAN, now);
		return Optional.of(new NextEpisode(aired + 1, next, COMPUTED));
	}

	/** How an entry came by its next airing. */
	static Provenance provenance(NextEpisode next, Instant now) {
		return new Provenance(Sources.DERIVED, now, "WEEKLY_SLOT", next.confidence());
	}

	private static Instant notBeforePremiere(@Nullable PartialDate from, Broadcast slot, Instant now) {
		if (from == null || from.precision() != PartialDate.Precision.DAY) {
			return now;
		}
		Instant premiere = from.date().atStartOfDay(slot.zone()).toInstant();
		return premiere.isAfter(now) ? premiere : now;
	}

	private static boolean premieresAbout(LocalDate day, @Nullable PartialDate from) {
		return from != null && from.precision() == PartialDate.Precision.DAY
				&& !day.isAfter(from.date().plusDays(DAYS_OF_A_FIRST_WEEK - 1));
	}

}

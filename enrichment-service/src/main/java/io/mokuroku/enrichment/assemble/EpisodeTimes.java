package io.mokuroku.enrichment.assemble;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.enrichment.merge.Sources;
import org.jspecify.annotations.Nullable;

/**
 * What follows for episodes from when their anime airs. Where only the date of one is
 * told, it was shown at the time of the weekly slot; what somebody told stays. While a
 * work runs, its next episode has a place in the list.
 */
final class EpisodeTimes {

	/**
	 * Some sources date an episode of an earlier hour by the service day it ends, which
	 * is the calendar day before.
	 */
	static final LocalTime END_OF_SERVICE_DAY = LocalTime.of(6, 0);

	private EpisodeTimes() {
	}

	/** The same episodes and the next one, with the times that follow from the slot. */
	static List<Episode> of(AnimeId animeId, Airing airing, List<Episode> episodes) {
		List<Episode> all = new ArrayList<>(episodes);
		NextEpisode next = airing.next();
		if (next != null && episodes.stream()
			.noneMatch((episode) -> episode.number().equals(EpisodeNumber.regular(next.number())))) {
			all.add(new Episode(animeId, EpisodeNumber.regular(next.number()), null, null, null,
					LocalDate.ofInstant(next.at(), Broadcast.JAPAN), null, null, Episode.State.SCHEDULED));
		}
		return all.stream().map((episode) -> derive(episode, airing.broadcast())).toList();
	}

	/**
	 * How many regular episodes have aired.
	 * @param today the date in Japan
	 * @return null if no episode is listed
	 */
	static @Nullable Integer aired(List<Episode> episodes, LocalDate today) {
		if (episodes.isEmpty()) {
			return null;
		}
		return (int) episodes.stream()
			.filter((episode) -> episode.number().kind() == EpisodeKind.REGULAR)
			.filter((episode) -> !Objects.requireNonNullElse(episode.airDate(), LocalDate.MAX).isAfter(today))
			.count();
	}

	/** The same episode with the instant that follows from its date. */
	static Episode derive(Episode episode, @Nullable Broadcast slot) {
		Episode.Details details = episode.details();
		if (details.airTimeWasTold()) {
			return episode;
		}
		Instant at = (episode.number().kind() == EpisodeKind.REGULAR) ? at(episode.airDate(), slot) : null;
		return episode.with(details.withDerivedAiredAt(at));
	}

	/** What of it is computed, by field name. */
	static Map<String, Provenance> provenance(List<Episode> episodes, Instant now) {
		Map<String, Provenance> provenance = new HashMap<>();
		if (!episodes.isEmpty()) {
			provenance.put("episodesAired", new Provenance(Sources.DERIVED, now, "EPISODE_DATES", 0.8));
		}
		if (episodes.stream().anyMatch((episode) -> episode.details().airedAtDerived() != null)) {
			provenance.put("episodes.airedAt",
					new Provenance(Sources.DERIVED, now, "DATE_AND_SLOT", NextAiring.COMPUTED));
		}
		return provenance;
	}

	/**
	 * Null on a day that is not the slot's: such an episode was shown at another time.
	 */
	private static @Nullable Instant at(@Nullable LocalDate date, @Nullable Broadcast slot) {
		if (date == null || slot == null) {
			return null;
		}
		DayOfWeek day = date.getDayOfWeek();
		if (day == slot.day()) {
			return ZonedDateTime.of(date, slot.time(), slot.zone()).toInstant();
		}
		boolean serviceDay = day.plus(1) == slot.day() && slot.time().isBefore(END_OF_SERVICE_DAY);
		return serviceDay ? ZonedDateTime.of(date.plusDays(1), slot.time(), slot.zone()).toInstant() : null;
	}

}

package io.mokuroku.enrichment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.enrichment.merge.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Works to enrich.
 */
public final class Works {

	/** Sundays at half past eleven in the evening. */
	public static final Broadcast SUNDAY_EVENING = new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(23, 30),
			Broadcast.JAPAN);

	private Works() {
	}

	/** A draft of a show of 12 episodes with pages at MyAnimeList and Kitsu. */
	public static AnimeEntry aDraft() {
		return Entries.aDraft("Hoshi no Tegami", "MYANIMELIST#990041", "KITSU#990042");
	}

	/** The same show once it has been enriched. */
	public static AnimeEntry anActiveEntry() {
		return aDraft().with((change) -> change.lifecycle = Lifecycle.ACTIVE);
	}

	/** The same while it runs, every Sunday evening since October 4. */
	public static AnimeEntry aRunningEntry() {
		return anActiveEntry().with((change) -> change.airing = aRunning());
	}

	/** On air every Sunday evening since October 4. */
	public static Airing aRunning() {
		return new Airing(AiringStatus.ONGOING, Season.FALL, 2026, PartialDate.of(LocalDate.of(2026, 10, 4)), null,
				SUNDAY_EVENING, null);
	}

	/**
	 * Another enriched entry of one page of which MyAnimeList says what a work is to it.
	 */
	public static AnimeEntry another(String link, RelationType type, AnimeEntry target) {
		return Entries.aDraft("Another", link).with((change) -> {
			change.lifecycle = Lifecycle.ACTIVE;
			change.relations = List.of(new Relation(type, AnimeId.primary(target.sources()), target.id(), null, null,
					List.of(Provider.MYANIMELIST)));
		});
	}

	/** An entry with a note how a field came by its value. */
	public static AnimeEntry noting(AnimeEntry entry, String field, String source, String rule) {
		Map<String, Provenance> provenance = new HashMap<>(entry.provenance());
		provenance.put(field, new Provenance(source, Entries.CREATED, rule, 0.8));
		return entry.with((change) -> change.provenance = provenance);
	}

	/** An entry of which a person has written a field. */
	public static AnimeEntry edited(AnimeEntry entry, String field) {
		return noting(entry, field, Sources.REVIEWER, "REVIEW");
	}

	/**
	 * The same episode with an instant that follows from its date and the weekly slot.
	 */
	public static Episode at(Episode episode, String instant) {
		return episode.with(episode.details().withDerivedAiredAt(Instant.parse(instant)));
	}

	/** The same episode after sources were asked for it, of which none lists it. */
	public static Episode unlisted(Episode episode) {
		return episode.with(episode.details().asUnlisted());
	}

	/** An episode the catalogue has. */
	public static Episode anEpisode(AnimeId id, int number, @Nullable String title, @Nullable String airDate,
			Episode.State state) {
		return new Episode(id, EpisodeNumber.regular(number), title, null, null,
				(airDate != null) ? LocalDate.parse(airDate) : null, null, null, state);
	}

}

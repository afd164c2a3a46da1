package io.mokuroku.search.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * As much of an entry as a calendar needs.
 *
 * @param id the entry
 * @param version its version
 * @param updatedAt when that was committed
 * @param title the name it is listed by
 * @param titleEnglish the official English name
 * @param titleJapanese the name in the original script
 * @param type how it is released
 * @param picture a small cover
 * @param sources the pages that identify it
 * @param episodes how many it has or will have
 * @param episodesAired how many have aired
 * @param durationSeconds how long one lasts
 * @param airing when it airs
 */
record AiringAnime(AnimeId id, long version, Instant updatedAt, String title, @Nullable String titleEnglish,
		@Nullable String titleJapanese, AnimeType type, @Nullable URI picture, List<SourceLink> sources,
		@Nullable Integer episodes, @Nullable Integer episodesAired, @Nullable Integer durationSeconds, Airing airing) {

	AiringAnime {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(airing, "airing");
		sources = List.copyOf(sources);
	}

	static AiringAnime of(AnimeEntry entry) {
		Artwork artwork = entry.artwork();
		return new AiringAnime(entry.id(), entry.revision().version(), entry.revision().updatedAt(),
				entry.titles().main(), entry.titles().english(), entry.titles().japanese(), entry.type(),
				(artwork.thumbnail() != null) ? artwork.thumbnail() : artwork.picture(), entry.sources(),
				entry.episodes(), entry.details().episodesAired(), entry.durationSeconds(), entry.airing());
	}

}

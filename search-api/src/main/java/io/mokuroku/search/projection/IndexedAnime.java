package io.mokuroku.search.projection;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.Titles;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the index holds it: what is searched and what an answer shows.
 *
 * @param id the entry
 * @param version the version it was projected from
 * @param lifecycle how far it has come
 * @param adult whether it is kept out of every answer
 * @param titles its names
 * @param type how it was released
 * @param status where it stands
 * @param season the quarter of its premiere
 * @param year the year of its premiere
 * @param episodes how many episodes it has or will have
 * @param score the mean score, 0 to 10
 * @param prominence from 0 to 1, how likely it is the one that is meant
 * @param picture a cover, the small form if there is one
 * @param subjects genres, themes, demographics and tags, each once
 * @param studios who made it, lower case
 * @param synopsis plain text
 * @param links the keys of the pages that identify it
 * @param related the keys of the pages of its sequels and whatever else belongs to its
 * franchise
 * @param trace the trace in which it was projected
 */
public record IndexedAnime(AnimeId id, long version, Lifecycle lifecycle, boolean adult, Titles titles, AnimeType type,
		AiringStatus status, @Nullable Season season, @Nullable Integer year, @Nullable Integer episodes,
		@Nullable Double score, double prominence, @Nullable URI picture, List<String> subjects, List<String> studios,
		@Nullable String synopsis, List<String> links, List<String> related, @Nullable String trace) {

	@SuppressWarnings("NullAway") // what was indexed before there were links has none
	public IndexedAnime {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(lifecycle, "lifecycle");
		Objects.requireNonNull(titles, "titles");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(status, "status");
		if (!(prominence >= 0 && prominence <= 1)) {
			throw new IllegalArgumentException("Prominence lies between 0 and 1: " + prominence);
		}
		subjects = List.copyOf(subjects);
		studios = List.copyOf(studios);
		links = (links != null) ? List.copyOf(links) : List.of();
		related = (related != null) ? List.copyOf(related) : List.of();
	}

	/** Whether answers may show it: neither adult nor withdrawn. */
	public boolean shown() {
		return !this.adult && (this.lifecycle == Lifecycle.DRAFT || this.lifecycle == Lifecycle.ACTIVE);
	}

}

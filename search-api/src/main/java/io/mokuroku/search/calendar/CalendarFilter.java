package io.mokuroku.search.calendar;

import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Which anime a calendar is about.
 *
 * @param anime these alone, unless empty
 * @param provider those with a page there alone, unless absent
 */
record CalendarFilter(Set<AnimeId> anime, @Nullable Provider provider) {

	CalendarFilter {
		anime = Set.copyOf(anime);
	}

	boolean passes(AiringAnime entry) {
		return (this.anime.isEmpty() || this.anime.contains(entry.id())) && (this.provider == null
				|| entry.sources().stream().anyMatch((link) -> link.provider() == this.provider));
	}

}

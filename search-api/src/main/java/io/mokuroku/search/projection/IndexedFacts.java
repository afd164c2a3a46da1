package io.mokuroku.search.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.mokuroku.catalogue.AgeRating;
import org.jspecify.annotations.Nullable;

/**
 * What an anime is filtered and sorted by beyond what answers show of it. What is not
 * known is absent. Labels are lower case.
 *
 * @param rating the intended audience
 * @param sourceMaterial the medium it adapts, as {@code LIGHT_NOVEL}
 * @param country where it was made, ISO 3166 alpha-2
 * @param durationSeconds the length of one episode
 * @param votes how many people voted
 * @param members how many people keep it on a list
 * @param bayesian the score drawn to the mean of the catalogue, 0 to 10
 * @param airedFrom the first day, or the first of the month or year that is known
 * @param nextAiring when the next episode starts
 * @param addedAt when it came into the catalogue
 * @param genres from the controlled list
 * @param themes settings and motifs
 * @param demographics the intended readers
 * @param tags everything else it is about
 * @param contentWarnings what some would rather not see
 */
public record IndexedFacts(@Nullable AgeRating rating, @Nullable String sourceMaterial, @Nullable String country,
		@Nullable Integer durationSeconds, @Nullable Long votes, @Nullable Long members, @Nullable Double bayesian,
		@Nullable LocalDate airedFrom, @Nullable Instant nextAiring, @Nullable Instant addedAt, List<String> genres,
		List<String> themes, List<String> demographics, List<String> tags, List<String> contentWarnings) {

	/** Nothing known beyond. */
	public static final IndexedFacts NONE = new IndexedFacts(null, null, null, null, null, null, null, null, null, null,
			List.of(), List.of(), List.of(), List.of(), List.of());

	public IndexedFacts {
		genres = List.copyOf(genres);
		themes = List.copyOf(themes);
		demographics = List.copyOf(demographics);
		tags = List.copyOf(tags);
		contentWarnings = List.copyOf(contentWarnings);
	}

}

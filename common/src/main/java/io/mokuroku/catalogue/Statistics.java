package io.mokuroku.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the visitors of one provider see an anime. What the provider does not count is
 * absent.
 *
 * @param score above 0, at most 10, whatever the provider's own scale
 * @param votes how many have rated it
 * @param rank its place by score, from 1
 * @param popularityRank its place by popularity, from 1
 * @param members how many keep it on a list
 * @param favourites how many name it a favourite
 * @param distribution how many gave each score, by score in hundredths of the scale (10
 * to 100)
 * @param contextualRanks its places within a season or year
 */
public record Statistics(@Nullable Double score, @Nullable Long votes, @Nullable Integer rank,
		@Nullable Integer popularityRank, @Nullable Long members, @Nullable Long favourites,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Integer, Long> distribution,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<ContextualRank> contextualRanks) {

	@SuppressWarnings("NullAway") // an empty map is not stored
	public Statistics {
		if (score != null && !(score > 0 && score <= 10)) {
			throw new IllegalArgumentException("A score lies above 0 and is at most 10: " + score);
		}
		distribution = (distribution != null) ? Collections.unmodifiableMap(new TreeMap<>(distribution)) : Map.of();
		contextualRanks = (contextualRanks != null) ? List.copyOf(contextualRanks) : List.of();
	}

	/** Without places within a part of the catalogue. */
	public Statistics(@Nullable Double score, @Nullable Long votes, @Nullable Integer rank,
			@Nullable Integer popularityRank, @Nullable Long members, @Nullable Long favourites,
			Map<Integer, Long> distribution) {
		this(score, votes, rank, popularityRank, members, favourites, distribution, List.of());
	}

	/**
	 * A place among part of the provider's anime.
	 *
	 * @param rank the place, from 1
	 * @param context by what and among which, in the provider's words ({@code most
	 * popular})
	 * @param format among anime released so, if it is told
	 * @param year among those of a year
	 * @param season among those of a quarter of it, in the provider's words
	 */
	public record ContextualRank(int rank, String context, @Nullable String format, @Nullable Integer year,
			@Nullable String season) {

		public ContextualRank {
			Objects.requireNonNull(context, "context");
			if (rank < 1) {
				throw new IllegalArgumentException("Places count from 1: " + rank);
			}
		}

	}

}

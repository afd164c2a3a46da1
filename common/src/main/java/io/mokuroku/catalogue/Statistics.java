package io.mokuroku.catalogue;

import java.util.Collections;
import java.util.Map;
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
 */
public record Statistics(@Nullable Double score, @Nullable Long votes, @Nullable Integer rank,
		@Nullable Integer popularityRank, @Nullable Long members, @Nullable Long favourites,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Integer, Long> distribution) {

	@SuppressWarnings("NullAway") // an empty map is not stored
	public Statistics {
		if (score != null && !(score > 0 && score <= 10)) {
			throw new IllegalArgumentException("A score lies above 0 and is at most 10: " + score);
		}
		distribution = (distribution != null) ? Collections.unmodifiableMap(new TreeMap<>(distribution)) : Map.of();
	}

}

package io.mokuroku.enrichment.merge;

import org.jspecify.annotations.Nullable;

/**
 * How a provider's visitors rate an anime, as scores are combined.
 *
 * @param score above 0, at most 10
 * @param votes how many have rated it
 * @param members how many keep it on a list
 */
public record ScoreFacts(double score, @Nullable Long votes, @Nullable Long members) {

	public ScoreFacts {
		if (!(score > 0 && score <= 10)) {
			throw new IllegalArgumentException("A score lies above 0 and is at most 10: " + score);
		}
	}

}

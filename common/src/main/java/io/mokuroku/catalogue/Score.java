package io.mokuroku.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How an anime is rated, on a scale of 0 to 10.
 *
 * @param mean the arithmetic mean over the providers
 * @param median the median over the providers
 * @param agm the arithmetic-geometric mean over the providers
 * @param votes how many people voted, where that is known
 * @param members how many people keep it on a list, where that is known
 */
public record Score(double mean, double median, double agm, @Nullable Long votes, @Nullable Long members) {

	public Score {
		if (outside(mean) || outside(median) || outside(agm)) {
			throw new IllegalArgumentException("Scores lie between 0 and 10");
		}
	}

	private static boolean outside(double score) {
		return !(score >= 0 && score <= 10);
	}

}

package io.mokuroku.catalogue;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How an anime is rated, on a scale of 0 to 10.
 *
 * @param mean the arithmetic mean over the providers
 * @param median the median over the providers
 * @param agm the arithmetic-geometric mean over the providers
 * @param votes how many people voted, where that is known
 * @param members how many people keep it on a list, where that is known
 * @param bayesian the score to rank by: drawn to the mean of the catalogue the more, the
 * fewer have voted; absent where nobody counted votes
 * @param providers whose scores it is made of, sorted; none where it is the dataset's
 */
public record Score(double mean, double median, double agm, @Nullable Long votes, @Nullable Long members,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double bayesian,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Provider> providers) {

	@SuppressWarnings("NullAway") // an empty list is not stored
	public Score {
		if (outside(mean) || outside(median) || outside(agm) || (bayesian != null && outside(bayesian))) {
			throw new IllegalArgumentException("Scores lie between 0 and 10");
		}
		providers = (providers != null) ? providers.stream().distinct().sorted().toList() : List.of();
	}

	/** A score as the dataset has it. */
	public Score(double mean, double median, double agm, @Nullable Long votes, @Nullable Long members) {
		this(mean, median, agm, votes, members, null, List.of());
	}

	private static boolean outside(double score) {
		return !(score >= 0 && score <= 10);
	}

}

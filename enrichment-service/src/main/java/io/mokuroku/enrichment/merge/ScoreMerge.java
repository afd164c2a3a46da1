package io.mokuroku.enrichment.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Score;
import io.mokuroku.upstream.ScoreFacts;
import org.jspecify.annotations.Nullable;

/**
 * One score of many.
 */
public final class ScoreMerge {

	/** Fewer votes say nothing. */
	private static final long ENOUGH_VOTES = 10;

	/** How many votes weigh as much as what is known of the catalogue as a whole. */
	private static final double PRIOR_VOTES = 500;

	/** The mean score of the catalogue. */
	private static final double CATALOGUE_MEAN = 6.5;

	private static final double CLOSE_ENOUGH = 1e-12;

	private ScoreMerge() {
	}

	/**
	 * Combines the scores of providers, each on a scale of 0 to 10; one with fewer than
	 * ten votes does not count. In mean, median and arithmetic-geometric mean all weigh
	 * the same. In the score to rank by they weigh by the logarithm of their votes, which
	 * keeps the largest site from speaking alone, and few votes draw it to the mean of
	 * the catalogue: v/(v+m)·R + m/(v+m)·C.
	 * @return empty if none counts
	 */
	public static Optional<Score> combine(Map<Provider, ScoreFacts> scores) {
		Map<Provider, ScoreFacts> counting = new TreeMap<>(scores);
		counting.values().removeIf((score) -> score.votes() != null && score.votes() < ENOUGH_VOTES);
		if (counting.isEmpty()) {
			return Optional.empty();
		}
		double[] values = counting.values().stream().mapToDouble(ScoreFacts::score).sorted().toArray();
		double mean = Arrays.stream(values).sum() / values.length;
		double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
		List<ScoreFacts> all = List.copyOf(counting.values());
		return Optional.of(new Score(mean, median, agm(mean, values), sum(all, ScoreFacts::votes),
				sum(all, ScoreFacts::members), bayesian(all), List.copyOf(counting.keySet())));
	}

	/** Null if nobody counted votes. */
	private static @Nullable Double bayesian(List<ScoreFacts> scores) {
		double votes = 0;
		double weights = 0;
		double weighted = 0;
		for (ScoreFacts score : scores) {
			if (score.votes() != null) {
				double weight = Math.log1p(score.votes());
				votes += score.votes();
				weights += weight;
				weighted += weight * score.score();
			}
		}
		return (weights == 0) ? null
				: (votes * (weighted / weights) + PRIOR_VOTES * CATALOGUE_MEAN) / (votes + PRIOR_VOTES);
	}

	/**
	 * The limit of arithmetic and geometric mean taken in turn, started from those of the
	 * values. Rounding cannot lift it above either.
	 */
	private static double agm(double mean, double[] values) {
		double arithmetic = mean;
		double geometric = Math.exp(Arrays.stream(values).map(Math::log).sum() / values.length);
		while (Math.abs(arithmetic - geometric) > CLOSE_ENOUGH) {
			double next = (arithmetic + geometric) / 2;
			geometric = Math.sqrt(arithmetic * geometric);
			if (next == arithmetic) {
				break;
			}
			arithmetic = next;
		}
		return Math.min(arithmetic, mean);
	}

	/** The sum of the counts that are known, null if none is. */
	private static @Nullable Long sum(List<ScoreFacts> scores, Function<ScoreFacts, @Nullable Long> count) {
		Long sum = null;
		for (ScoreFacts score : scores) {
			Long known = count.apply(score);
			if (known != null) {
				sum = known + ((sum != null) ? sum : 0);
			}
		}
		return sum;
	}

}

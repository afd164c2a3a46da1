package io.mokuroku.enrichment.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * One score of many.
 */
public final class ScoreMerge {

	/** Fewer votes say nothing. */
	private static final long ENOUGH_VOTES = 10;

	/** How many votes weigh as much as what is known of the catalogue as a whole. */
	private static final double PRIOR_VOTES = 500;

	private static final double CLOSE_ENOUGH = 1e-12;

	private ScoreMerge() {
	}

	/** The scores among what providers' visitors say. */
	public static Map<Provider, ScoreFacts> scores(Map<Provider, Statistics> statistics) {
		Map<Provider, ScoreFacts> scores = new TreeMap<>();
		statistics.forEach((provider, its) -> {
			if (its.score() != null) {
				scores.put(provider, new ScoreFacts(its.score(), its.votes(), its.members()));
			}
		});
		return scores;
	}

	/**
	 * Combines the scores of providers, each on a scale of 0 to 10; one with fewer than
	 * ten votes does not count. In mean, median and arithmetic-geometric mean all weigh
	 * the same. In the score to rank by they weigh by the logarithm of their votes, which
	 * keeps the largest site from speaking alone, and few votes draw it to the mean of
	 * the catalogue: v/(v+m)·R + m/(v+m)·C.
	 * @param scores the scores
	 * @param catalogueMean the mean of {@link #weighted} over the catalogue
	 * @return empty if none counts
	 */
	public static Optional<Score> combine(Map<Provider, ScoreFacts> scores, double catalogueMean) {
		Map<Provider, ScoreFacts> counting = counting(scores);
		if (counting.isEmpty()) {
			return Optional.empty();
		}
		double[] values = counting.values().stream().mapToDouble(ScoreFacts::score).sorted().toArray();
		double mean = Arrays.stream(values).sum() / values.length;
		double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
		List<ScoreFacts> all = List.copyOf(counting.values());
		return Optional.of(new Score(mean, median, agm(mean, values), sum(all, ScoreFacts::votes),
				sum(all, ScoreFacts::members), bayesian(counting, catalogueMean), List.copyOf(counting.keySet())));
	}

	/**
	 * The score of all whose votes were counted, weighed by the logarithm of their votes.
	 * @return empty if none counts
	 */
	public static OptionalDouble weighted(Map<Provider, ScoreFacts> scores) {
		double weights = 0;
		double weighted = 0;
		for (ScoreFacts score : counting(scores).values()) {
			if (score.votes() != null) {
				double weight = Math.log1p(score.votes());
				weights += weight;
				weighted += weight * score.score();
			}
		}
		return (weights == 0) ? OptionalDouble.empty() : OptionalDouble.of(weighted / weights);
	}

	private static Map<Provider, ScoreFacts> counting(Map<Provider, ScoreFacts> scores) {
		Map<Provider, ScoreFacts> counting = new TreeMap<>(scores);
		counting.values().removeIf((score) -> score.votes() != null && score.votes() < ENOUGH_VOTES);
		return counting;
	}

	/** Null if nobody counted votes. */
	private static @Nullable Double bayesian(Map<Provider, ScoreFacts> scores, double catalogueMean) {
		OptionalDouble rating = weighted(scores);
		if (rating.isEmpty()) {
			return null;
		}
		double votes = 0;
		for (ScoreFacts score : scores.values()) {
			votes += (score.votes() != null) ? score.votes() : 0;
		}
		return (votes * rating.getAsDouble() + PRIOR_VOTES * catalogueMean) / (votes + PRIOR_VOTES);
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

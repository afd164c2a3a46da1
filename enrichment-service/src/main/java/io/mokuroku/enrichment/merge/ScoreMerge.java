package io.mokuroku.enrichment.merge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.Score;
import io.mokuroku.upstream.ScoreFacts;
import org.jspecify.annotations.Nullable;

/**
 * One score of many.
 */
public final class ScoreMerge {

	/** Fewer votes say nothing. */
	private static final long ENOUGH_VOTES = 10;

	private static final double CLOSE_ENOUGH = 1e-12;

	private ScoreMerge() {
	}

	/**
	 * Combines the scores of providers, each on a scale of 0 to 10 and with equal weight;
	 * one with fewer than ten votes does not count.
	 * @return empty if none counts
	 */
	public static Optional<Score> combine(List<ScoreFacts> scores) {
		List<ScoreFacts> counting = scores.stream()
			.filter((score) -> score.votes() == null || score.votes() >= ENOUGH_VOTES)
			.toList();
		if (counting.isEmpty()) {
			return Optional.empty();
		}
		double[] values = counting.stream().mapToDouble(ScoreFacts::score).sorted().toArray();
		double mean = java.util.Arrays.stream(values).sum() / values.length;
		double median = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
		return Optional.of(new Score(mean, median, agm(mean, values), sum(counting, ScoreFacts::votes),
				sum(counting, ScoreFacts::members)));
	}

	/**
	 * The limit of arithmetic and geometric mean taken in turn, started from those of the
	 * values. Rounding cannot lift it above either.
	 */
	private static double agm(double mean, double[] values) {
		double arithmetic = mean;
		double geometric = Math.exp(java.util.Arrays.stream(values).map(Math::log).sum() / values.length);
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

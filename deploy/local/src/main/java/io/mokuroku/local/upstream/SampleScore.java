package io.mokuroku.local.upstream;

import java.util.stream.DoubleStream;

import tools.jackson.databind.node.ObjectNode;

/**
 * The score of a dataset record, computed from what three providers give for a title.
 */
final class SampleScore {

	private SampleScore() {
	}

	/**
	 * The three means over the score of one provider and the slightly lower ones of two
	 * more.
	 */
	static ObjectNode of(double score) {
		double[] scores = DoubleStream.of(score, score * 0.98, score * 0.96).map((one) -> Math.max(1, one)).toArray();
		double arithmetic = DoubleStream.of(scores).average().orElse(score);
		double geometric = Math.cbrt(scores[0] * scores[1] * scores[2]);
		return Answer.object()
			.put("arithmeticGeometricMean", between(arithmetic, geometric))
			.put("arithmeticMean", arithmetic)
			.put("median", scores[1]);
	}

	/**
	 * The arithmetic-geometric mean, by its usual iteration.
	 */
	private static double between(double arithmetic, double geometric) {
		double a = arithmetic;
		double g = geometric;
		while (a - g > 1e-12) {
			double next = (a + g) / 2;
			g = Math.sqrt(a * g);
			a = next;
		}
		return a;
	}

}

package io.mokuroku.local.upstream;

import java.util.stream.IntStream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the statistics of a title as Jikan v4 shows them, spread out from its number of
 * members, its votes and its mean score.
 */
final class JikanStatistics {

	private JikanStatistics() {
	}

	static ObjectNode of(SampleTitle title) {
		long members = (title.members() != null) ? title.members() : 0;
		boolean running = title.status() == SampleTitle.Status.ONGOING;
		boolean begun = title.status() != SampleTitle.Status.UPCOMING;
		long watching = begun ? members * (running ? 45 : 6) / 100 : 0;
		long completed = begun && !running ? members * 68 / 100 : 0;
		long onHold = begun ? members * 3 / 100 : 0;
		long dropped = begun ? members * 4 / 100 : 0;
		ObjectNode node = Answer.object()
			.put("watching", watching)
			.put("completed", completed)
			.put("on_hold", onHold)
			.put("dropped", dropped)
			.put("plan_to_watch", members - watching - completed - onHold - dropped)
			.put("total", members);
		scores(node.putArray("scores"), title);
		return node;
	}

	private static void scores(ArrayNode scores, SampleTitle title) {
		if (title.score() == null || title.scoredBy() == null) {
			return;
		}
		double mean = title.score();
		double[] weights = IntStream.rangeClosed(1, 10)
			.mapToDouble((score) -> Math.exp(-(score - mean) * (score - mean) / 2))
			.toArray();
		double sum = IntStream.range(0, 10).mapToDouble((index) -> weights[index]).sum();
		for (int score = 1; score <= 10; score++) {
			double share = weights[score - 1] / sum;
			scores.addObject()
				.put("score", score)
				.put("votes", Math.round(title.scoredBy() * share))
				.put("percentage", Math.round(share * 1000) / 10d);
		}
	}

}

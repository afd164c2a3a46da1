package io.mokuroku.search.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.query.SearchHit.Reason;

/**
 * Makes one list out of several rankings by reciprocal rank: each ranking adds 1 / (60 +
 * rank) to an anime's score (Cormack, Clarke, Büttcher: Reciprocal Rank Fusion, SIGIR
 * 2009), which prominence lifts by up to a tenth. Exact titles come before everything
 * else, and hits that have a score keep it.
 */
final class RankFusion {

	private static final int SMOOTHING = 60;

	private static final double PROMINENCE_WEIGHS = 0.1;

	private static final Comparator<SearchHit> BEST_FIRST = Comparator
		.comparing((SearchHit hit) -> hit.reason() != Reason.EXACT_TITLE)
		.thenComparing(SearchHit::score, Comparator.reverseOrder())
		.thenComparing((hit) -> hit.anime().id());

	private RankFusion() {
	}

	/**
	 * Fuses rankings.
	 * @param rankings each the best first; where an anime stands in several, the first
	 * tells its reason
	 * @param most how many hits to return
	 */
	static List<SearchHit> fuse(List<List<SearchHit>> rankings, int most) {
		Map<AnimeId, Double> scores = new HashMap<>();
		Map<AnimeId, SearchHit> hits = new LinkedHashMap<>();
		for (List<SearchHit> ranking : rankings) {
			for (int rank = 1; rank <= ranking.size(); rank++) {
				SearchHit hit = ranking.get(rank - 1);
				AnimeId id = hit.anime().id();
				scores.merge(id, 1.0 / (SMOOTHING + rank), Double::sum);
				hits.merge(id, hit, RankFusion::together);
			}
		}
		return hits.values()
			.stream()
			.map((hit) -> scored(hit, scores.getOrDefault(hit.anime().id(), 0.0)))
			.sorted(BEST_FIRST)
			.limit(most)
			.toList();
	}

	/** The one that was there first, for both reasons. */
	private static SearchHit together(SearchHit first, SearchHit second) {
		List<Reason> reasons = Stream.concat(first.reasons().stream(), second.reasons().stream()).distinct().toList();
		return new SearchHit(first.anime(), reasons, first.matchedTitle(), Math.max(first.score(), second.score()));
	}

	private static SearchHit scored(SearchHit hit, double fused) {
		double score = (hit.score() > 0) ? hit.score() : fused * (1 + PROMINENCE_WEIGHS * hit.anime().prominence());
		return new SearchHit(hit.anime(), hit.reasons(), hit.matchedTitle(), score);
	}

}

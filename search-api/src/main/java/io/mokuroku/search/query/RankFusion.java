package io.mokuroku.search.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.query.SearchHit.Reason;

/**
 * Makes one list out of several rankings by reciprocal rank: each ranking adds 1 / (60 +
 * rank) to an anime's score (Cormack, Clarke, Büttcher: Reciprocal Rank Fusion, SIGIR
 * 2009), which prominence lifts by up to a tenth. Exact titles come before everything
 * else.
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
				hits.putIfAbsent(id, hit);
			}
		}
		return hits.values()
			.stream()
			.map((hit) -> scored(hit, scores.getOrDefault(hit.anime().id(), 0.0)))
			.sorted(BEST_FIRST)
			.limit(most)
			.toList();
	}

	private static SearchHit scored(SearchHit hit, double score) {
		return new SearchHit(hit.anime(), hit.reason(), hit.matchedTitle(),
				score * (1 + PROMINENCE_WEIGHS * hit.anime().prominence()));
	}

}

package io.mokuroku.search.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;

/**
 * What a table of titles with the extension pg_trgm of PostgreSQL would answer: the share
 * of three letters in a row that question and title have in common, of each anime's best
 * title. Words are runs of letters and digits in lower case with two spaces before and
 * one behind.
 */
final class TrigramBaseline implements Ranking {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

	private static final int[] NONE = {};

	private final Map<String, int[]> titlesByTrigram = new HashMap<>();

	private final List<AnimeId> bearers = new ArrayList<>();

	private final List<Integer> sizes = new ArrayList<>();

	TrigramBaseline(Collection<IndexedAnime> anime) {
		Map<String, List<Integer>> titles = new HashMap<>();
		for (IndexedAnime each : anime) {
			for (String title : each.titles().all()) {
				Set<String> trigrams = trigrams(title);
				trigrams.forEach((trigram) -> titles.computeIfAbsent(trigram, (_) -> new ArrayList<>())
					.add(this.bearers.size()));
				this.bearers.add(each.id());
				this.sizes.add(trigrams.size());
			}
		}
		titles.forEach((trigram, bearing) -> this.titlesByTrigram.put(trigram,
				bearing.stream().mapToInt(Integer::intValue).toArray()));
	}

	@Override
	public List<AnimeId> answer(String question, int most) {
		Set<String> trigrams = trigrams(question);
		int[] shared = new int[this.bearers.size()];
		for (String trigram : trigrams) {
			for (int title : this.titlesByTrigram.getOrDefault(trigram, NONE)) {
				shared[title]++;
			}
		}
		Map<AnimeId, Double> best = new HashMap<>();
		for (int title = 0; title < shared.length; title++) {
			if (shared[title] > 0) {
				double either = trigrams.size() + this.sizes.get(title) - shared[title];
				best.merge(this.bearers.get(title), shared[title] / either, Math::max);
			}
		}
		return best.entrySet()
			.stream()
			.sorted(Map.Entry.<AnimeId, Double>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(most)
			.map(Map.Entry::getKey)
			.toList();
	}

	static double similarity(String left, String right) {
		Set<String> both = trigrams(left);
		Set<String> other = trigrams(right);
		int either = both.size() + other.size();
		both.retainAll(other);
		return (either == 0) ? 0 : (double) both.size() / (either - both.size());
	}

	private static Set<String> trigrams(String text) {
		Set<String> trigrams = new HashSet<>();
		Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
		while (words.find()) {
			String padded = "  " + words.group() + " ";
			for (int i = 0; i + 3 <= padded.length(); i++) {
				trigrams.add(padded.substring(i, i + 3));
			}
		}
		return trigrams;
	}

}

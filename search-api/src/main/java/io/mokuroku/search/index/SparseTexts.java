package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Texts as sparse vectors: a number for each term, under the term's hash. Terms are those
 * of {@link IndexAnalyzers}. Two terms may share a hash, so what is found is a candidate.
 */
final class SparseTexts {

	/** Words of titles, weighed as BM25 does; the rarity of each is Qdrant's part. */
	static final String WORDS = "title_words";

	/** Three letters in a row of titles. */
	static final String GRAMS = "title_grams";

	/**
	 * Whole titles, their beginnings and the beginnings from a later word on; each weighs
	 * as much as the anime is known, so that the best known are found first.
	 */
	static final String BEGINS = "title_begins";

	/** Short titles with up to two letters left out, which finds typing errors. */
	static final String NEAR = "title_near";

	/** Words of subjects, studios, synopsis and titles, and subjects as a whole. */
	static final String TEXT = "text";

	/** In longer ones enough of three letters in a row survive two errors. */
	private static final int LONGEST_NEAR = 15;

	private static final float USUAL_TITLE_WORDS = 12;

	private static final float USUAL_SYNOPSIS_WORDS = 80;

	private static final float USUAL_SUBJECTS = 20;

	private final Analyzer analyzer = IndexAnalyzers.all();

	/** All vectors of an anime that have any terms. */
	Map<String, Map<Integer, Float>> of(IndexedAnime anime) {
		Set<FoldedTitle> titles = anime.titles().all().stream().map(FoldedTitle::of).collect(Collectors.toSet());
		Map<String, Map<Integer, Float>> all = new TreeMap<>();
		Map<String, Float> words = weighed(TitleFields.WORDS, titles.stream().map(FoldedTitle::spaced).toList(),
				USUAL_TITLE_WORDS);
		all.put(WORDS, hashed(words));
		Map<Integer, Float> grams = new TreeMap<>();
		Map<Integer, Float> begins = new TreeMap<>();
		Map<Integer, Float> near = new TreeMap<>();
		float known = (float) (1 + anime.prominence());
		for (FoldedTitle title : titles) {
			terms(TitleFields.GRAMS, title.joined()).forEach((gram) -> grams.put(hash(gram), 1f));
			begins.put(hash(whole(title)), known);
			terms(TitleFields.BEGINS, title.joined()).forEach((start) -> begins.put(hash("b:" + start), known));
			TitleFields.laterBeginnings(title)
				.forEach((rest) -> terms(TitleFields.BEGINS, rest)
					.forEach((start) -> begins.put(hash("w:" + start), known)));
			shortened(title.joined(), 2).forEach((rest) -> near.put(hash(rest), 1f));
		}
		all.put(GRAMS, grams);
		all.put(BEGINS, begins);
		all.put(NEAR, near);
		all.put(TEXT, hashed(text(anime, words)));
		all.values().removeIf(Map::isEmpty);
		return all;
	}

	Map<Integer, Float> exactly(FoldedTitle title) {
		return Map.of(hash(whole(title)), 1f);
	}

	Map<Integer, Float> beginningWith(FoldedTitle title) {
		return Map.of(hash("b:" + IndexAnalyzers.beginning(title.joined())), 1f);
	}

	Map<Integer, Float> withWordBeginning(FoldedTitle title) {
		return Map.of(hash("w:" + IndexAnalyzers.beginning(title.joined())), 1f);
	}

	Map<Integer, Float> withAnyWord(FoldedTitle title) {
		return once(terms(TitleFields.WORDS, title.spaced()));
	}

	Map<Integer, Float> withGrams(FoldedTitle title) {
		return once(terms(TitleFields.GRAMS, title.joined()));
	}

	Map<Integer, Float> nearly(FoldedTitle title, int edits) {
		return once(List.copyOf(shortened(title.joined(), Math.min(2, edits))));
	}

	Map<Integer, Float> about(String text) {
		return once(terms(AnimeDocuments.SYNOPSIS, text));
	}

	Map<Integer, Float> sharing(Collection<String> subjects) {
		return once(subjects.stream().map(SparseTexts::subject).toList());
	}

	/** Whether an anime has enough of the terms of a question. */
	boolean holdsEnough(IndexedAnime anime, Map<Integer, Float> about) {
		Map<Integer, Float> held = of(anime).getOrDefault(TEXT, Map.of());
		long both = about.keySet().stream().filter(held::containsKey).count();
		return both >= IndexQueries.enough(about.size());
	}

	private Map<String, Float> text(IndexedAnime anime, Map<String, Float> titleWords) {
		List<String> subjects = new ArrayList<>(anime.subjects());
		subjects.addAll(anime.studios());
		Map<String, Float> most = new HashMap<>();
		Map<String, Float> sum = new HashMap<>();
		Map<String, Float> synopsis = (anime.synopsis() != null)
				? weighed(AnimeDocuments.SYNOPSIS, List.of(anime.synopsis()), USUAL_SYNOPSIS_WORDS) : Map.of();
		Map<String, Float> about = weighed(AnimeDocuments.SUBJECTS, subjects, USUAL_SUBJECTS);
		Map<String, Float> titles = new HashMap<>(titleWords);
		titles.replaceAll((_, weight) -> weight * IndexQueries.TITLES_WEIGH);
		for (Map<String, Float> field : List.of(titles, synopsis, about)) {
			field.forEach((term, weight) -> {
				most.merge(term, weight, Math::max);
				sum.merge(term, weight, Float::sum);
			});
		}
		most.replaceAll((term, weight) -> weight + IndexQueries.TIE * (sum.getOrDefault(term, weight) - weight));
		anime.subjects().forEach((subject) -> most.put(subject(subject), 1f));
		return most;
	}

	/** BM25's weight of each term, without its rarity (k1 = 1.2, b = 0.75). */
	private Map<String, Float> weighed(String field, List<String> texts, float usualLength) {
		Map<String, Float> counts = new HashMap<>();
		int length = 0;
		for (String text : texts) {
			for (String term : IndexAnalyzers.terms(this.analyzer, field, text, Integer.MAX_VALUE)) {
				counts.merge(term, 1f, Float::sum);
				length++;
			}
		}
		float norm = 1.2f * (0.25f + 0.75f * length / usualLength);
		counts.replaceAll((_, count) -> count / (count + norm));
		return counts;
	}

	private List<String> terms(String field, String text) {
		return IndexAnalyzers.terms(this.analyzer, field, text, IndexQueries.MOST_TERMS);
	}

	/** A short text and what remains of it without some letters, never the first. */
	private static Set<String> shortened(String text, int most) {
		Set<String> all = new HashSet<>();
		if (text.length() <= LONGEST_NEAR) {
			all.add(text);
			Set<String> last = Set.of(text);
			for (int left = 0; left < most; left++) {
				Set<String> shorter = new HashSet<>();
				last.stream().filter((each) -> each.length() > 1).forEach((each) -> shorten(each, shorter));
				all.addAll(shorter);
				last = shorter;
			}
		}
		return all;
	}

	private static void shorten(String text, Set<String> shorter) {
		for (int i = 1; i < text.length(); i++) {
			shorter.add(text.substring(0, i) + text.substring(i + 1));
		}
	}

	/** No word has a colon. */
	private static String subject(String subject) {
		return "s:" + subject;
	}

	private static String whole(FoldedTitle title) {
		return "t:" + title.joined();
	}

	private static Map<Integer, Float> once(List<String> terms) {
		Map<Integer, Float> all = new TreeMap<>();
		terms.forEach((term) -> all.put(hash(term), 1f));
		return all;
	}

	private static Map<Integer, Float> hashed(Map<String, Float> weights) {
		Map<Integer, Float> all = new TreeMap<>();
		weights.forEach((term, weight) -> all.merge(hash(term), weight, Math::max));
		return all;
	}

	private static int hash(String term) {
		return StringHelper.murmurhash3_x86_32(new BytesRef(term), 0);
	}

}

package io.mokuroku.search.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;

import org.springframework.util.FileSystemUtils;

/**
 * Measures how well titles are found, beside two baselines. Arguments: a release in the
 * form {@code .jsonl.zst}, how many questions of each kind, then any number of seeds.
 */
final class TitleQuality {

	private static final int GROUP = 1_000;

	private TitleQuality() {
	}

	public static void main(String[] arguments) throws Exception {
		List<IndexedAnime> anime = ReleaseEntries.read(Path.of(arguments[0]), null);
		int number = Integer.parseInt(arguments[1]);
		Path folder = Files.createTempDirectory("search-quality-");
		AnimeIndex index = TestIndexes.open(folder);
		try {
			for (int from = 0; from < anime.size(); from += GROUP) {
				int to = Math.min(from + GROUP, anime.size());
				TestIndexes.put(index, anime.subList(from, to).toArray(IndexedAnime[]::new));
			}
			Map<String, Ranking> rankings = new LinkedHashMap<>();
			rankings.put("titles", (question, most) -> titles(index, question, most));
			rankings.put("pg_trgm", new TrigramBaseline(anime));
			rankings.put("BM25", new Bm25Baseline(anime));
			System.out.printf(Locale.ROOT, "%,d anime%n", anime.size());
			KnownItems items = new KnownItems(anime);
			for (int i = 2; i < arguments.length; i++) {
				measure(items, rankings, number, Long.parseLong(arguments[i]));
			}
		}
		finally {
			TestIndexes.close(index);
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static List<AnimeId> titles(AnimeIndex index, String question, int most) {
		return index.named(FoldedTitle.of(question), AnimeFilter.NONE, most)
			.stream()
			.map((hit) -> hit.anime().id())
			.toList();
	}

	private static void measure(KnownItems items, Map<String, Ranking> rankings, int number, long seed) {
		System.out.printf(Locale.ROOT, "%nseed %d%n%-14s %-8s %9s %7s %9s %8s %8s%n", seed, "kind", "by", "questions",
				"MRR@10", "Recall@10", "p50 ms", "p99 ms");
		for (KnownItems.Kind kind : KnownItems.Kind.values()) {
			List<KnownItems.Question> questions = items.questions(kind, number, seed);
			rankings.forEach((name, ranking) -> {
				Figures figures = new Figures();
				questions.forEach((question) -> figures.ask(ranking, question.text(), question.answers()));
				System.out.printf(Locale.ROOT, "%-14s %-8s %,9d %7.3f %9.3f %8.2f %8.2f%n",
						kind.name().toLowerCase(Locale.ROOT), name, questions.size(),
						figures.meanReciprocalRank(questions.size()), figures.recall(questions.size()),
						figures.millis(0.5), figures.millis(0.99));
			});
		}
	}

}

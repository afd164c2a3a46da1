package io.mokuroku.search.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.embed.LoadingTextEmbedder;
import io.mokuroku.search.embed.TestEmbedders;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.quality.Figures;
import io.mokuroku.search.quality.ReleaseEntries;
import io.mokuroku.search.title.FoldedTitle;

/**
 * Measures how well descriptions, examples and filters in words are answered, by a list
 * of questions with titles that should be found. Arguments: a release, a file of
 * synopses, a folder in which the index is kept for the next time, and how many anime get
 * a vector, the best known first.
 */
final class DescribedQuality {

	private static final int GROUP = 1_000;

	private DescribedQuality() {
	}

	public static void main(String[] arguments) throws Exception {
		List<IndexedAnime> anime = ReleaseEntries.read(Path.of(arguments[0]), Path.of(arguments[1]));
		AnimeIndex index = TestIndexes.open(Path.of(arguments[2]));
		LoadingTextEmbedder embedder = TestEmbedders.model();
		try {
			boolean kept = index.counts().documents() == anime.size();
			for (int from = kept ? anime.size() : 0; from < anime.size(); from += GROUP) {
				int to = Math.min(from + GROUP, anime.size());
				TestIndexes.put(index, anime.subList(from, to).toArray(IndexedAnime[]::new));
			}
			TestEmbedders.embed(index, embedder, Integer.parseInt(arguments[3]));
			System.out.println(index.counts());
			SearchAnime search = new SearchAnime(index, new Meaning(embedder), TestEmbedders.restless());
			Map<String, Set<AnimeId>> byTitle = anime.stream()
				.collect(Collectors.groupingBy((each) -> each.titles().main(),
						Collectors.mapping(IndexedAnime::id, Collectors.toSet())));
			for (String questions : List.of("described.csv", "described-later.csv")) {
				System.out.println(questions);
				measure(lines(questions), search, byTitle, new Cause(index, embedder));
			}
		}
		finally {
			TestIndexes.close(index);
			embedder.close();
		}
	}

	private static void measure(List<String> lines, SearchAnime search, Map<String, Set<AnimeId>> byTitle,
			Cause cause) {
		Map<String, Figures> figures = new LinkedHashMap<>();
		Map<String, Integer> questions = new LinkedHashMap<>();
		for (String line : lines) {
			String[] parts = line.split("\\s*\\|\\s*", -1);
			Set<AnimeId> right = Arrays.stream(parts[2].split(" / ", -1))
				.flatMap((title) -> byTitle.getOrDefault(title, Set.of()).stream())
				.collect(Collectors.toSet());
			if (right.isEmpty()) {
				System.out.println("nothing bears the title of: " + line);
				continue;
			}
			Figures kind = figures.computeIfAbsent(parts[0], (_) -> new Figures());
			double before = kind.recall(1);
			kind.ask((question, most) -> search.answer(new SearchQuestion(question, AnimeFilter.NONE, most))
				.hits()
				.stream()
				.map((hit) -> hit.anime().id())
				.toList(), parts[1], right);
			if (kind.recall(1) == before) {
				cause.print(parts[1], right);
			}
			questions.merge(parts[0], 1, Integer::sum);
		}
		questions.forEach((kind, number) -> {
			Figures measured = Objects.requireNonNull(figures.get(kind));
			System.out.printf(Locale.ROOT,
					"%-12s %3d questions, MRR@10 %.3f, Recall@10 %.3f, p50 %.1f ms, p99 %.1f ms%n", kind, number,
					measured.meanReciprocalRank(number), measured.recall(number), measured.millis(0.5),
					measured.millis(0.99));
		});
	}

	/**
	 * Tells why a question was missed: what was understood of it, what was found instead,
	 * and where each ranking has what should be found.
	 *
	 * @param index has the anime
	 * @param embedder reads the question
	 */
	private record Cause(AnimeIndex index, LoadingTextEmbedder embedder) {

		private static final int DEEP = 1_000;

		void print(String question, Set<AnimeId> right) {
			Meaning meaning = new Meaning(this.embedder);
			this.index.reading((view) -> {
				Understanding understood = new Understanding.Reader().read(view, question, AnimeFilter.NONE, DEEP);
				AnimeFilter filter = understood.filter();
				System.out.printf("not found: %s%n  understood %s, left \"%s\"%n", question,
						understood.parsed().parts(), understood.text());
				System.out.println("  instead " + new SearchAnime(this.index, meaning, TestEmbedders.restless())
					.find(question, AnimeFilter.NONE, 5)
					.hits()
					.stream()
					.map((hit) -> hit.anime().titles().main())
					.toList());
				List<AnimeId> titles = view.named(FoldedTitle.of(understood.text()), filter, DEEP)
					.stream()
					.map((hit) -> hit.anime().id())
					.toList();
				List<AnimeId> words = ids(view.about(understood.text(), filter, DEEP));
				List<AnimeId> near = meaning.of(understood.text())
					.map((vector) -> view.nearest(vector, filter, DEEP))
					.orElse(List.of())
					.stream()
					.map((hit) -> hit.anime().id())
					.toList();
				List<AnimeId> passing = ids(view.listed(filter, DEEP));
				for (AnimeId id : right) {
					IndexedAnime anime = view.find(id).orElseThrow();
					System.out.printf(
							"  %s: %s %s %s, studios %s, passes %s, synopsis %s, vector %s; by title %d, words %d, meaning %d, filter %d%n",
							anime.titles().main(), anime.type(), anime.year(), anime.episodes(), anime.studios(),
							filter.passes(anime), anime.synopsis() != null, view.findVector(id).isPresent(),
							titles.indexOf(id) + 1, words.indexOf(id) + 1, near.indexOf(id) + 1,
							passing.indexOf(id) + 1);
				}
				return right;
			});
		}

		private static List<AnimeId> ids(List<IndexedAnime> anime) {
			return anime.stream().map(IndexedAnime::id).toList();
		}

	}

	private static List<String> lines(String file) throws IOException {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(DescribedQuality.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
			return in.lines().filter((line) -> !line.isBlank()).toList();
		}
	}

}

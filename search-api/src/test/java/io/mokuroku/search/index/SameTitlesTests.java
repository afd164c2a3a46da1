package io.mokuroku.search.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.TitleMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.known;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Titles written well and badly mean the same anime whatever keeps the index.
 */
final class SameTitlesTests {

	private static final List<String> WORDS = List.of("Sword", "Art", "Naruto", "Road", "Kimi", "no", "Na", "wa",
			"Gate", "Steins", "Titan", "Attack", "進撃の巨人", "Akira", "Bleach", "Season", "Psycho");

	@TempDir
	private Path folder;

	@Test
	void findsTheSameInTheSameOrder() {
		Random random = new Random(11);
		List<IndexedAnime> shows = IntStream.range(1, 30)
			.mapToObj((i) -> known(i % 10, aShow(i, title(random) + ((i % 3 == 0) ? " " + i : ""))))
			.toList();
		try (LuceneAnimeIndex lucene = TestIndexes.openFully(this.folder);
				LoopbackQdrant server = new LoopbackQdrant();
				QdrantAnimeIndex qdrant = TestIndexes.openQdrant("localhost", server.port())) {
			TestIndexes.put(lucene, shows.toArray(IndexedAnime[]::new));
			TestIndexes.put(qdrant, shows.toArray(IndexedAnime[]::new));
			int found = 0;
			for (IndexedAnime show : shows) {
				FoldedTitle asked = FoldedTitle.of(misspelt(show.titles().main(), random));
				List<TitleHit> expected = ordered(lucene.named(asked, AnimeFilter.NONE, 100));
				List<TitleHit> hits = ordered(qdrant.named(asked, AnimeFilter.NONE, 100));
				assertThat(hits).as("%s", asked).containsSubsequence(expected);
				if (!expected.isEmpty()) {
					assertThat(hits.getFirst()).as("%s", asked).isEqualTo(expected.getFirst());
				}
				FoldedTitle start = FoldedTitle.of(show.titles().main().substring(0, 2));
				assertThat(qdrant.beginning(start, 100)).as("%s", start)
					.containsExactlyInAnyOrderElementsOf(lucene.beginning(start, 100));
				found += expected.size();
			}
			assertThat(found).isGreaterThan(shows.size());
		}
	}

	/** Of equals, each index has its own order. */
	private static List<TitleHit> ordered(List<TitleHit> hits) {
		return hits.stream()
			.sorted(Comparator.comparing((TitleHit hit) -> hit.match().kind() != TitleMatch.Kind.EXACT)
				.thenComparing(TitleHit::likeness, Comparator.reverseOrder())
				.thenComparing((hit) -> hit.anime().id()))
			.toList();
	}

	private static String title(Random random) {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < 1 + random.nextInt(3); i++) {
			words.add(WORDS.get(random.nextInt(WORDS.size())));
		}
		return String.join(" ", words);
	}

	private static String misspelt(String title, Random random) {
		int at = random.nextInt(title.length() - 1);
		return switch (random.nextInt(4)) {
			case 0 -> title;
			case 1 -> title.substring(0, at) + title.charAt(at + 1) + title.charAt(at) + title.substring(at + 2);
			case 2 -> title.substring(0, at) + title.substring(at + 1);
			default -> title.substring(0, at) + "x" + title.substring(at);
		};
	}

}

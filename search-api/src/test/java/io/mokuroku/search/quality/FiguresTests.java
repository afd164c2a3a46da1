package io.mokuroku.search.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.IndexedAnime;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FiguresTests {

	private static final Offset<Double> EXACTLY = Offset.offset(1e-6);

	private final List<AnimeId> ids = IntStream.rangeClosed(1, 12)
		.mapToObj((number) -> Shows.anEntry(number, "Show").id())
		.toList();

	@Test
	void countsThePlaceOfTheFirstRightAnswer() {
		Figures figures = new Figures();
		figures.note(this.ids, Set.of(this.ids.get(1), this.ids.get(3)));
		figures.note(this.ids, Set.of(this.ids.get(11)));
		assertThat(figures.meanReciprocalRank(2)).isEqualTo(0.25, EXACTLY);
		assertThat(figures.recall(2)).isEqualTo(0.5, EXACTLY);
	}

	@Test
	void expectsNoMoreRightAnswersThanThereArePlaces() {
		Figures figures = new Figures();
		figures.note(this.ids, Set.copyOf(this.ids));
		assertThat(figures.recall(1)).isEqualTo(1, EXACTLY);
	}

	/** The examples of the extension's manual. */
	@Test
	void comparesTrigramsAsPostgresDoes() {
		assertThat(TrigramBaseline.similarity("word", "two words")).isEqualTo(0.363636, EXACTLY);
		assertThat(TrigramBaseline.similarity("cat", "CAT!")).isEqualTo(1, EXACTLY);
		assertThat(TrigramBaseline.similarity("", "")).isZero();
	}

	@Test
	void ranksByTheBestTitle() throws IOException {
		List<IndexedAnime> anime = new ArrayList<>();
		anime.add(Shows.aShow(1, "Naruto Movie"));
		anime.add(Shows.aShow(2, "Other", "Naruto", "ナルト"));
		assertThat(new TrigramBaseline(anime).answer("naruto", 10)).containsExactly(anime.get(1).id(),
				anime.get(0).id());
		assertThat(new Bm25Baseline(anime).answer("naruto", 1)).hasSize(1);
	}

}

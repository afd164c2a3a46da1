package io.mokuroku.search.quality;

import java.util.List;
import java.util.Set;

import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.quality.KnownItems.Kind;
import io.mokuroku.search.title.FoldedTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

final class KnownItemsTests {

	private final IndexedAnime titan = Shows.aShow(1, "Shingeki no Kyojin", "Attack on Titan", "進撃の巨人", "AoT");

	private final IndexedAnime other = Shows.aShow(2, "ATTACK ON TITAN!");

	private final KnownItems items = new KnownItems(List.of(this.titan, this.other, Shows.aShow(3, "X")));

	@ParameterizedTest
	@EnumSource(Kind.class)
	void asksTheSameForTheSameSeed(Kind kind) {
		assertThat(this.items.questions(kind, 10, 1)).isNotEmpty().isEqualTo(this.items.questions(kind, 10, 1));
	}

	@Test
	void looksForAllThatBearTheTitle() {
		assertThat(this.items.questions(Kind.EXACT, 10, 1)).hasSize(3)
			.anySatisfy(
					(question) -> assertThat(question.answers()).isEqualTo(Set.of(this.titan.id(), this.other.id())));
	}

	@Test
	void spoilsOneThing() {
		assertThat(this.items.questions(Kind.DROPPED_WORD, 10, 1))
			.allSatisfy((question) -> assertThat(question.text().split(" ", -1)).hasSize(2));
		assertThat(this.items.questions(Kind.SWAPPED_WORDS, 10, 1))
			.allSatisfy((question) -> assertThat(FoldedTitle.of(question.text()).words()).hasSize(3));
		assertThat(this.items.questions(Kind.JAPANESE, 10, 1)).singleElement()
			.returns("進撃の巨人", KnownItems.Question::text);
	}

	@Test
	void makesTypingErrorsInLongTitlesOnly() {
		assertThat(this.items.questions(Kind.TYPO, 10, 1)).hasSize(2)
			.allSatisfy((question) -> assertThat(question.text().length()).isGreaterThan(10));
	}

}

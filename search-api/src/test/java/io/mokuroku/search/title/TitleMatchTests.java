package io.mokuroku.search.title;

import java.util.List;
import java.util.Optional;

import io.mokuroku.search.title.TitleMatch.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class TitleMatchTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "rezero | Re:Zero | EXACT", "shingeki | Shingeki no Kyojin | PREFIX",
					"kyojin shingeki | Shingeki no Kyojin | WORDS", "巨人 | 進撃の巨人 | WORDS",
					"attak on titan | Attack on Titan | TYPO", "atack on titn | Attack on Titan | TYPO",
					"stiens gate | Steins;Gate 0 | TYPO", "mob psycho ii | Mob Psycho 2nd Season | EXACT" })
	void tellsHowATitleMatches(String query, String title, Kind kind) {
		assertThat(match(query, title)).get().returns(kind, TitleMatch::kind).returns(title, TitleMatch::title);
	}

	@ParameterizedTest
	@CsvSource({ "naruto,Bleach", "ab,ac", "one,two", "titan on attack of,Attack on Titan", "'',Naruto", "kino,Kimi" })
	void doesNotMatchWhatIsSomethingElse(String query, String title) {
		assertThat(match(query, title)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1,0", "2,0", "3,1", "5,1", "6,2", "23,2", "24,3", "80,10" })
	void forgivesMoreErrorsInLongerNames(int length, int edits) {
		assertThat(TitleMatch.editsAllowed(length)).isEqualTo(edits);
	}

	@Test
	void prefersTheTitleThatIsNearest() {
		List<String> titles = List.of("Naruto Movie", "Narito", "Boruto Naruto Generations", "Naruto");
		assertThat(TitleMatch.best(FoldedTitle.of("naruto"), titles)).get().returns("Naruto", TitleMatch::title);
		assertThat(TitleMatch.best(FoldedTitle.of("naruto"), titles.subList(0, 3))).get()
			.returns("Naruto Movie", TitleMatch::title)
			.returns(5, TitleMatch::rest);
		assertThat(TitleMatch.best(FoldedTitle.of("naruto"), titles.subList(1, 3))).get()
			.returns(Kind.WORDS, TitleMatch::kind);
		assertThat(TitleMatch.best(FoldedTitle.of("naruto"), List.of())).isEmpty();
	}

	@Test
	void ordersByKindThenErrorsThenWhatIsLeft() {
		TitleMatch exact = new TitleMatch("a", Kind.EXACT, 0, 0);
		TitleMatch near = new TitleMatch("b", Kind.TYPO, 1, 9);
		TitleMatch far = new TitleMatch("c", Kind.TYPO, 2, 0);
		TitleMatch farther = new TitleMatch("d", Kind.TYPO, 2, 1);
		assertThat(List.of(farther, near, exact, far).stream().sorted()).containsExactly(exact, near, far, farther);
	}

	private static Optional<TitleMatch> match(String query, String title) {
		return TitleMatch.of(FoldedTitle.of(query), title);
	}

}

package io.mokuroku.search.title;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.mokuroku.search.title.TitleMatch.Kind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class TitleQueryTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "rezero | Re:Zero | EXACT", "shingeki | Shingeki no Kyojin | PREFIX",
			"kyojin shingeki | Shingeki no Kyojin | WORDS", "巨人 | 進撃の巨人 | WORDS",
			"attak on titan | Attack on Titan | TYPO", "atack on titn | Attack on Titan | TYPO",
			"stiens gate | Steins;Gate 0 | TYPO", "mob psycho ii | Mob Psycho 2nd Season | EXACT",
			"titan on attack of | Attack on Titan | PARTS", "mob psycho season | Mob Psycho 2nd Season | PARTS" })
	void tellsHowATitleMatches(String query, String title, Kind kind) {
		assertThat(match(query, title)).get().returns(kind, TitleMatch::kind);
	}

	@ParameterizedTest
	@CsvSource({ "naruto,Bleach", "ab,ac", "one,two", "'',Naruto", "kino,Kimi" })
	void doesNotMatchWhatIsSomethingElse(String query, String title) {
		assertThat(match(query, title)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1,0", "2,0", "3,1", "5,1", "6,2", "23,2", "24,3", "80,10" })
	void forgivesMoreErrorsInLongerNames(int length, int edits) {
		assertThat(TitleQuery.editsAllowed(length)).isEqualTo(edits);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "kara no kyoukai | Kyoukai no Kara | Kara no Kyoukai Movie | the same words come first",
					"fate night | Fate/Stay Night | Fate/Stay Night Unlimited | one word more is closer than two",
					"gintama movie | Gintama the Movie | Movie of Gintama | words in their order are closer",
					"monstr | Monster | Monster Strike | the whole title is closer than its beginning",
					"fullm | Fullmetal Alchemist | Full House | what begins alike is closer than what looks alike" })
	void isCloserTo(String query, String closer, String farther, String why) {
		assertThat(closeness(query, closer)).as(why).isGreaterThan(closeness(query, farther));
	}

	@Test
	void isAsCloseAsLettersAreRight() {
		assertThat(closeness("abcdefghij", "abcdefghiz")).isEqualTo(1 - 0.16, Offset.offset(1e-9));
		assertThat(closeness("abcdefghij", "abcdefghij")).isEqualTo(1);
	}

	@Test
	void putsTheExactTitleBeforeTheClosest() {
		TitleMatch exact = new TitleMatch(Kind.EXACT, 0, 1);
		TitleMatch near = new TitleMatch(Kind.TYPO, 1, 0.9);
		TitleMatch words = new TitleMatch(Kind.WORDS, 0, 0.8);
		TitleMatch parts = new TitleMatch(Kind.PARTS, 0, 0.8);
		assertThat(Stream.of(parts, words, near, exact).sorted(Comparator.naturalOrder()).toList())
			.isEqualTo(List.of(exact, near, words, parts));
	}

	private static double closeness(String query, String title) {
		return match(query, title).map(TitleMatch::closeness).orElse(0.0);
	}

	private static Optional<TitleMatch> match(String query, String title) {
		return new TitleQuery(FoldedTitle.of(query)).match(FoldedTitle.of(title));
	}

}

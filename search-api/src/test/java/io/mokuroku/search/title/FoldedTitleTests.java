package io.mokuroku.search.title;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class FoldedTitleTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Re:Zero | re zero", "Re:Zero | rezero", "K-On! | K-ON", "Steins;Gate | steins gate",
					"Re'creators | Recreators", "Pokémon | Pokemon", "ＦＵＬＬ　ＷＩＤＴＨ | full width",
					"Hunter × Hunter | Hunter x Hunter", "Hunter×Hunter | hunter x hunter", "カウボーイ | かうぼーい",
					"ｶﾞﾝﾀﾞﾑ | ガンダム", "Ōban Star-Racers | Oban Star Racers", "Naruto:   Shippuuden | naruto shippuuden",
					"½ Prince | 1⁄2 prince", "ﬁre | fire", "STRASSE | strasse" })
	void spellingsOfOneTitleAreTheSame(String left, String right) {
		assertThat(FoldedTitle.of(left).joined()).isEqualTo(FoldedTitle.of(right).joined());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mob Psycho 2", "Mob Psycho II", "Mob Psycho 2nd Season", "Mob Psycho Second Season",
			"Mob Psycho Season 2", "Mob Psycho S2", "mob psycho s02", "Mob Psycho Part 2", "Mob Psycho Part II",
			"Mob Psycho 2nd Cour", "mob psycho 第2期", "mob psycho 第二期", "mob psycho 2期", "mob psycho シーズン2" })
	void waysToCountSeasonsAreTheSame(String title) {
		assertThat(FoldedTitle.of(title).words()).containsExactly("mob", "psycho", "2");
		assertThat(FoldedTitle.of(title).joined()).isEqualTo("mobpsycho2");
	}

	@Test
	void countsTheSeasonsOfTextWithoutSpaces() {
		assertThat(FoldedTitle.of("進撃の巨人 第二期").words()).containsExactly("進撃の巨人", "2");
		assertThat(FoldedTitle.of("進撃の巨人第2期").words()).containsExactly("進撃の巨人", "2");
		assertThat(FoldedTitle.of("第2期").words()).containsExactly("第2期");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mob Psycho 2nd Season", "進撃の巨人", "!?", "", "Hunter × Hunter" })
	void readsWhatItWrote(String title) {
		FoldedTitle folded = FoldedTitle.of(title);
		assertThat(FoldedTitle.read(folded.written())).isEqualTo(folded);
	}

	@ParameterizedTest
	@CsvSource({ "II,ii", "S2,s2", "Second Chance,second chance", "My Second Chance,my second chance", "X,x",
			"Persona V,persona v", "Season of Love,season of love", "Overlord 12,overlord 12",
			"The Season 10,the season 10" })
	void leavesWordsThatCountNoSeason(String title, String spaced) {
		assertThat(FoldedTitle.of(title).spaced()).isEqualTo(spaced);
	}

	@ParameterizedTest
	@CsvSource({ "が,か", "ぱ,は", "Naruto,Naruto 2", "日本,日木" })
	void titlesThatDifferStayDifferent(String left, String right) {
		assertThat(FoldedTitle.of(left).joined()).isNotEqualTo(FoldedTitle.of(right).joined());
	}

	@ParameterizedTest
	@CsvSource({ "'☆',☆", "'!?',!?", "'△ ○',△○" })
	void textOfSymbolsAloneStaysAsItIs(String symbols, String joined) {
		assertThat(FoldedTitle.of(symbols).joined()).isEqualTo(joined);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u3000", "\t\n" })
	void nothingIsLeftOfBlankText(String blank) {
		assertThat(FoldedTitle.of(blank).isEmpty()).isTrue();
		assertThat(FoldedTitle.of(blank).words()).isEmpty();
	}

	@Test
	void foldingAgainChangesNothing() {
		for (String title : List.of("Re:Zero kara 2nd Season", "進撃の巨人", "Ōkami", "Hunter × Hunter", "K-On!!")) {
			FoldedTitle once = FoldedTitle.of(title);
			assertThat(FoldedTitle.of(once.spaced()).words()).isEqualTo(once.words());
		}
	}

	@Test
	void textWithoutSpacesIsOneWord() {
		assertThat(FoldedTitle.of("進撃の巨人").words()).containsExactly("進撃の巨人");
		assertThat(FoldedTitle.of("魔法少女・まどか").words()).containsExactly("魔法少女", "まどか");
	}

	@Test
	void readsNoFurtherThanTitlesAreLong() {
		assertThat(FoldedTitle.of("a".repeat(10_000)).joined()).hasSize(500);
		assertThat(FoldedTitle.of("a".repeat(499) + "𝄞".repeat(5)).joined()).startsWith("aaa");
	}

}

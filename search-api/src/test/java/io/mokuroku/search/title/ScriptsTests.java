package io.mokuroku.search.title;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ScriptsTests {

	@ParameterizedTest
	@ValueSource(strings = { "進撃の巨人", "カウボーイ", "가나다", "注音ㄅ", "Naruto 疾風伝" })
	void noSpacePartsTheWordsOfEastAsianScripts(String text) {
		assertThat(Scripts.unspaced(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Naruto", "Покемон", "", "123" })
	void spacesPartTheWordsOfOthers(String text) {
		assertThat(Scripts.unspaced(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Naruto", "Pokémon 2", "abc 進撃", "a" })
	void isLatinWhereMostLettersAre(String text) {
		assertThat(Scripts.latin(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "123", "!?", "進撃の巨人", "ab 進撃", "Покемон" })
	void isNotLatinWhereMostLettersAreNot(String text) {
		assertThat(Scripts.latin(text)).isFalse();
	}

}

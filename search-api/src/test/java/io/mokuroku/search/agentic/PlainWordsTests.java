package io.mokuroku.search.agentic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PlainWordsTests {

	private static final String SAID = "<think>Hm, <b> maybe</think>\n Two shows: a < b, 悲しい 😀 <thin <think>no";

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 7, 1_000 })
	void theSameIsLeftHoweverThePiecesAreCut(int length) {
		PlainWords words = new PlainWords(PlainWords.TEXT);
		StringBuilder told = new StringBuilder();
		for (int at = 0; at < SAID.length(); at += length) {
			told.append(words.more(SAID.substring(at, Math.min(at + length, SAID.length()))));
		}
		assertThat(told.toString()).isEqualTo("Two shows: a < b, 悲しい 😀 <thin ");
		assertThat(PlainWords.of(SAID, PlainWords.TEXT)).contains("Two shows: a < b, 悲しい 😀 <thin");
	}

	@Test
	void nothingIsCutInTheMiddleOfACharacter() {
		assertThat(PlainWords.of("ab😀", 3)).contains("ab");
		assertThat(PlainWords.of("ab😀", 4)).contains("ab😀");
		assertThat(PlainWords.of("\u0007\u202e \ud83d", 10)).isEmpty();
		assertThat(PlainWords.of(null, 10)).isEmpty();
	}

}

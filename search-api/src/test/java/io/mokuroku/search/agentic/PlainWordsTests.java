package io.mokuroku.search.agentic;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PlainWordsTests {

	private static final String SAID = "<think>Hm, <b> maybe</think>\n Two shows: a < b, 悲しい 😀 <thin <think>no";

	@Test
	void whatIsNoTextForReadersIsLeftOut() {
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

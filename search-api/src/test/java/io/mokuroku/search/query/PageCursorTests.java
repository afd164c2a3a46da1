package io.mokuroku.search.query;

import io.mokuroku.search.Shows;
import io.mokuroku.search.index.AnimeOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PageCursorTests {

	private final PageCursor cursor = new PageCursor(AnimeOrder.SCORE.place(Shows.aShow(1, "One")));

	@Test
	void readsWhatItWroteForTheSameQuestionAlone() {
		String written = this.cursor.written("q\nnaruto");
		assertThat(PageCursor.read(written, "q\nnaruto")).contains(this.cursor);
		assertThat(PageCursor.read(written, "q\nbleach")).isEmpty();
		assertThat(PageCursor.read(PageCursor.after(20).written(""), "")).contains(PageCursor.after(20));
	}

	@Test
	void noticesEveryChange() {
		String written = this.cursor.written("");
		for (int at = 0; at < written.length(); at++) {
			char other = (written.charAt(at) == 'A') ? 'Q' : 'A';
			String changed = written.substring(0, at) + other + written.substring(at + 1);
			assertThat(PageCursor.read(changed, "")).as(changed).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AAAA", "%%%", "not a cursor", "ééé" })
	void readsNothingElse(String written) {
		assertThat(PageCursor.read(written, "")).isEmpty();
	}

}

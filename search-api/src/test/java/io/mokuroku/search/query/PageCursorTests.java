package io.mokuroku.search.query;

import java.util.List;

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
	void countsNoMoreHitsThanThereCanBe() {
		assertThat(PageCursor.after(0).countsHits()).isTrue();
		assertThat(PageCursor.after(SearchAnime.MOST).countsHits()).isTrue();
		for (long key : List.of(-100L, -1L, SearchAnime.MOST + 1L, (1L << 32) + 5, Long.MAX_VALUE)) {
			PageCursor forged = new PageCursor(new AnimeOrder.Place(key, Shows.aShow(1, "One").id()));
			assertThat(forged.countsHits()).as("%d", key).isFalse();
		}
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

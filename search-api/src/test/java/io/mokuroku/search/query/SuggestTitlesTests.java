package io.mokuroku.search.query;

import java.nio.file.Path;
import java.util.List;

import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.index.TitleHit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.known;
import static org.assertj.core.api.Assertions.assertThat;

final class SuggestTitlesTests {

	@TempDir
	private Path folder;

	private AnimeIndex index;

	@BeforeEach
	void open() {
		this.index = TestIndexes.open(this.folder);
		TestIndexes.put(this.index, known(9, aShow(1, "Fullmetal Alchemist", "Fullmetal Alchemist", "鋼の錬金術師")),
				known(3, aShow(2, "Full Moon wo Sagashite")), known(5, aShow(3, "Kaiketsu Fullmetal")),
				known(8, aShow(4, "Shingeki no Kyojin", "Attack on Titan", "進撃の巨人")),
				known(10, aShow(5, "Fullm Hidden", (change) -> change.adult = true)));
	}

	@AfterEach
	void close() {
		TestIndexes.close(this.index);
	}

	@Test
	void completesTitlesThenWordsOfTitlesTheBetterKnownFirst() {
		assertThat(completed("fullm")).containsExactly("Fullmetal Alchemist", "Full Moon wo Sagashite",
				"Kaiketsu Fullmetal");
		assertThat(completed("full met")).containsExactly("Fullmetal Alchemist", "Kaiketsu Fullmetal");
		assertThat(completed("titan")).containsExactly("Attack on Titan");
		assertThat(completed("進")).containsExactly("進撃の巨人");
		assertThat(completed("fullmetal alchemist")).containsExactly("Fullmetal Alchemist");
	}

	@Test
	void forgivesALetterWhereNothingBeginsSo() {
		assertThat(completed("fullmetla")).first().isEqualTo("Fullmetal Alchemist");
		assertThat(completed("xyzxyz")).isEmpty();
	}

	@Test
	void completesNothingFromTooLittle() {
		assertThat(completed("f")).isEmpty();
		assertThat(completed("fu")).hasSize(3);
		assertThat(new SuggestTitles(this.index).complete("fu", 1)).hasSize(1);
	}

	private List<String> completed(String typed) {
		return new SuggestTitles(this.index).complete(typed, 10).stream().map(TitleHit::title).toList();
	}

}

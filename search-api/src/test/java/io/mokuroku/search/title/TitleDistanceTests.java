package io.mokuroku.search.title;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class TitleDistanceTests {

	@ParameterizedTest
	@CsvSource({ "naruto,naruto,0", "naruto,narutoo,1", "naruto,naruo,1", "naruto,narito,1", "naruto,nartuo,1",
			"naruto,anrtuo,2", "'',abc,3", "kitten,sitting,3", "進撃の巨人,進撃の巨入,1" })
	void countsInsertionsRemovalsReplacementsAndSwaps(String left, String right, int edits) {
		assertThat(TitleDistance.between(left, right, 9)).isEqualTo(edits);
		assertThat(TitleDistance.between(right, left, 9)).isEqualTo(edits);
	}

	@Test
	void countsNoFurtherThanItMust() {
		assertThat(TitleDistance.between("abcdefgh", "zyxwvuts", 2)).isEqualTo(3);
		assertThat(TitleDistance.between("a", "abcdefgh", 2)).isEqualTo(3);
		assertThat(TitleDistance.between("kitten", "sitting", 3)).isEqualTo(3);
		assertThat(TitleDistance.between("kitten", "sitting", 2)).isEqualTo(3);
	}

}

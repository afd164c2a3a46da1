package io.mokuroku.enrichment.people;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class FoldedNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Hayama, Riku|Riku Hayama", "hayama riku|Riku Hayama", "Yūki Satō|Yuuki Satou", "Ōno|Ohno",
					"Jirou|Jiro", "Mei-chan|Mei", "Kitty the Cat|Cat Kitty", "O'Neil|ONeil", "Niikura|Nikura" })
	void readsSpellingsOfALatinNameAsOne(String one, String other) {
		assertThat(FoldedName.latin(one)).isEqualTo(FoldedName.latin(other)).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Hayama Riku,Hayama Rika", "Mei,Rei", "Keiko,Keko" })
	void tellsNamesApart(String one, String other) {
		assertThat(FoldedName.latin(one)).isNotEqualTo(FoldedName.latin(other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "葉山 陸|葉山陸", "ﾘｸ・ﾊﾔﾏ|リクハヤマ", "葉山陸（はやま りく）|葉山陸", "アンナ＝マリア|アンナマリア" })
	void readsSpellingsOfAnOriginalNameAsOne(String one, String other) {
		assertThat(FoldedName.original(one)).isEqualTo(FoldedName.original(other)).isNotEmpty();
	}

	@Test
	@Timeout(5)
	void readsANameOfOpeningBracketsInNoTimeToSpeakOf() {
		assertThat(FoldedName.original("（".repeat(100_000) + "葉山")).isEqualTo("葉山");
	}

	@Test
	void measuresAsJaroAndWinklerDid() {
		assertThat(JaroWinkler.similarity("martha", "marhta")).isCloseTo(0.9611, within(1e-4));
		assertThat(JaroWinkler.similarity("dwayne", "duane")).isCloseTo(0.84, within(1e-4));
		assertThat(JaroWinkler.similarity("dixon", "dicksonx")).isCloseTo(0.8133, within(1e-4));
		assertThat(JaroWinkler.similarity("abc", "xyz")).isZero();
		assertThat(JaroWinkler.similarity("", "")).isZero();
		assertThat(JaroWinkler.similarity("riku", "riku")).isEqualTo(1);
	}

}

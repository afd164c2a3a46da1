package io.mokuroku.enrichment.merge;

import io.mokuroku.catalogue.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class FoldingTests {

	@ParameterizedTest
	@CsvSource({ "Re:Zero, RE ZERO", "K-ON!, k on", "Ｓｔｅｉｎｓ；Ｇａｔｅ, Steins;Gate", "ﾊﾟｰﾄ, パート", "Sci-Fi, sci fi" })
	void takesSpellingsOfOneNameForOne(String one, String other) {
		assertThat(Folding.of(one)).isEqualTo(Folding.of(other));
	}

	@ParameterizedTest
	@CsvSource({ "Monster 2, Monster", "進撃の巨人, 進撃", "∀, !!" })
	void keepsDifferentNamesApart(String one, String other) {
		assertThat(Folding.of(one)).isNotEqualTo(Folding.of(other));
	}

	@Test
	void comparesATitleOfSignsAsItIs() {
		assertThat(Folding.of(" !! ")).isEqualTo("!!");
	}

	@Test
	void namesProvidersInLowerCase() {
		assertThat(Sources.of(Provider.ANIME_PLANET)).isEqualTo("anime_planet");
		assertThat(Sources.MYANIMELIST).isEqualTo("myanimelist");
		assertThat(Sources.providerOf("anime_planet")).isEqualTo(Provider.ANIME_PLANET);
	}

}

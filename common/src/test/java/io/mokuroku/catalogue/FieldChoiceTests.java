package io.mokuroku.catalogue;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FieldChoiceTests {

	@Test
	void cutsALongValueBetweenCharacters() {
		assertThat(said("a".repeat(500))).isEqualTo("a".repeat(500));
		assertThat(said("a".repeat(501))).isEqualTo("a".repeat(499) + "…");
		assertThat(said("a".repeat(498) + "𠮟".repeat(2))).isEqualTo("a".repeat(498) + "…");
	}

	private static String said(String value) {
		return new FieldChoice.Said("kitsu", Instant.EPOCH, value).value();
	}

}

package io.mokuroku.enrichment.merge;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class EmptinessTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "?", "Unknown", "N/A", "No synopsis has been added yet.",
			"no description available", "Synopsis not yet added." })
	void hearsNothingInWordsThatSayNothing(String text) {
		assertThat(Emptiness.isEmpty(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "No Game No Life", "Unknown Planet", "A", "No one knows." })
	void hearsWordsThatOnlyLookLikeIt(String text) {
		assertThat(Emptiness.isEmpty(text)).isFalse();
	}

	@Test
	void hearsNothingInWhatCountsNothing() {
		assertThat(Emptiness.isEmpty(null)).isTrue();
		assertThat(Emptiness.isEmpty(0)).isTrue();
		assertThat(Emptiness.isEmpty(0.0)).isTrue();
		assertThat(Emptiness.isEmpty(List.of())).isTrue();
		assertThat(Emptiness.isEmpty(Map.of())).isTrue();
		assertThat(Emptiness.isEmpty(1)).isFalse();
		assertThat(Emptiness.isEmpty(false)).isFalse();
		assertThat(Emptiness.isEmpty(List.of(1))).isFalse();
	}

}

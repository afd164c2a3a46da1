package io.mokuroku.catalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnlistedEpisodesTests {

	@ParameterizedTest
	@CsvSource({ "4, true", "5, false", "6, false", "7, false", "8, false", "9, true" })
	void meanAStopIfTheLastFourAreSuch(int other, boolean stop) {
		assertThat(UnlistedEpisodes.meanStop(8, 0.5, (number) -> !number.equals(EpisodeNumber.regular(other))))
			.isEqualTo(stop);
	}

	@Test
	void meanNoStopBeforeTheFourth() {
		assertThat(UnlistedEpisodes.meanStop(3, 0.5, (_) -> true)).isFalse();
		assertThat(UnlistedEpisodes.meanStop(4, 0.5, (_) -> true)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0.4, true", "0.79, true", "0.8, false", "0.95, false" })
	void meanNoStopOfWhatACalendarAnnounces(double confidence, boolean stop) {
		assertThat(UnlistedEpisodes.meanStop(8, confidence, (_) -> true)).isEqualTo(stop);
	}

}

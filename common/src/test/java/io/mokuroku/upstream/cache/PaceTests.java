package io.mokuroku.upstream.cache;

import java.time.LocalDate;

import io.mokuroku.catalogue.AiringStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@ParameterizedTest
	@CsvSource({ "ONGOING,,AIRING", "UNKNOWN,2000-01-01,AIRING", "UPCOMING,,UPCOMING", "HIATUS,,UPCOMING",
			"FINISHED,2026-08-24,RECENT", "FINISHED,2026-08-23,OLD", "FINISHED,,RECENT", "CANCELLED,,OLD" })
	void isThatOfWhereAnAnimeStands(AiringStatus status, LocalDate lastDay, Pace pace) {
		assertThat(Pace.of(status, lastDay, TODAY)).isEqualTo(pace);
	}

	@ParameterizedTest
	@CsvSource({ ",AIRING", "2026-12-01,AIRING", "2026-11-15,AIRING", "2026-08-24,RECENT", "2025-11-22,RECENT",
			"2025-11-21,OLD" })
	void isThatOfTheLastEpisode(LocalDate lastDay, Pace pace) {
		assertThat(Pace.ofEpisodes(lastDay, TODAY)).isEqualTo(pace);
	}

}

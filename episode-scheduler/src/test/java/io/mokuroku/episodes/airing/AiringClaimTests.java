package io.mokuroku.episodes.airing;

import java.time.Instant;
import java.util.Map;

import io.mokuroku.catalogue.correction.EpisodeCorrections;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AiringClaimTests {

	private static final Instant TONIGHT = Instant.parse("2026-11-27T14:30:00Z");

	/**
	 * One source counts the season on from the one before; an episode of it is none here.
	 */
	private static final EpisodeCorrections TWELVE_LESS = new EpisodeCorrections(
			Map.of("regular:20", "regular:8", "regular:21", "regular:9", "regular:22", "", "regular:23", "special:1"),
			Map.of());

	@Test
	void countsWhatACalendarTellsByTheNumbersThatPeopleGave() {
		assertThat(calendar(20, 21).here(TWELVE_LESS)).contains(calendar(8, 9));
		assertThat(calendar(21, 22).here(TWELVE_LESS)).as("the second is none").contains(calendar(9, 9));
		assertThat(calendar(22, 22).here(TWELVE_LESS)).isEmpty();
		assertThat(calendar(23, 23).here(TWELVE_LESS)).as("no regular one").isEmpty();
		assertThat(calendar(8, 8).here(TWELVE_LESS)).as("nobody corrected it").contains(calendar(8, 8));
	}

	@Test
	void takesWhatIsComputedAsItIs() {
		assertThat(Claims.slow(20, TONIGHT).here(TWELVE_LESS)).contains(Claims.slow(20, TONIGHT));
	}

	private static AiringClaim calendar(int first, int last) {
		return Claims.claim("anilist", first, last, TONIGHT, null);
	}

}

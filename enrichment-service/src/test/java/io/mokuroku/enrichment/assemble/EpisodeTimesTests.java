package io.mokuroku.enrichment.assemble;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.enrichment.Works;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class EpisodeTimesTests {

	private static final AnimeId ID = Works.aDraft().id();

	/** November 22 is a Sunday. */
	@ParameterizedTest
	@CsvSource({ "SUNDAY, 23:30, 2026-11-22, 2026-11-22T14:30:00Z", "SUNDAY, 01:30, 2026-11-22, 2026-11-21T16:30:00Z",
			"SUNDAY, 01:30, 2026-11-21, 2026-11-21T16:30:00Z", "SUNDAY, 05:59, 2026-11-21, 2026-11-21T20:59:00Z",
			"SUNDAY, 06:00, 2026-11-21,", "SUNDAY, 23:30, 2026-11-23,", "SUNDAY, 01:30, 2026-11-20," })
	void computesTheInstantFromTheDateAndTheSlot(DayOfWeek day, LocalTime time, String date, @Nullable Instant at) {
		Airing airing = airing(new Broadcast(day, time, Broadcast.JAPAN), null);
		Episode.Details details = EpisodeTimes.of(ID, airing, List.of(aired(1, date))).getFirst().details();
		assertThat(details.airedAt()).isEqualTo(at);
		assertThat(details.airedAtDerived()).isEqualTo((at != null) ? true : null);
	}

	@Test
	void leavesWhatSomebodyTold() {
		Instant told = Instant.parse("2026-11-22T15:00:00Z");
		Episode episode = aired(1, "2026-11-22")
			.with(new Episode.Details(null, null, null, told, null, null, List.of(), Map.of(), List.of()));
		assertThat(EpisodeTimes.of(ID, airing(Works.SUNDAY_EVENING, null), List.of(episode))).containsExactly(episode);
	}

	@Test
	void forgetsAComputedInstantWithItsSlot() {
		List<Episode> computed = EpisodeTimes.of(ID, airing(Works.SUNDAY_EVENING, null),
				List.of(aired(1, "2026-11-22")));
		assertThat(EpisodeTimes.of(ID, airing(null, null), computed)).containsExactly(aired(1, "2026-11-22"));
	}

	@Test
	void givesTheNextEpisodeAPlaceAndATime() {
		NextEpisode next = new NextEpisode(8, Instant.parse("2026-11-22T14:30:00Z"), 0.5);
		List<Episode> episodes = EpisodeTimes.of(ID, airing(Works.SUNDAY_EVENING, next), List.of());
		assertThat(episodes).singleElement().satisfies((episode) -> {
			assertThat(episode.number()).isEqualTo(EpisodeNumber.regular(8));
			assertThat(episode.state()).isEqualTo(Episode.State.SCHEDULED);
			assertThat(episode.details().airedAt()).isEqualTo(next.at());
		});
	}

	@Test
	void countsRegularEpisodesUntilToday() {
		LocalDate today = LocalDate.of(2026, 11, 22);
		Episode special = new Episode(ID, new EpisodeNumber(EpisodeKind.SPECIAL, BigDecimal.ONE), null, null, null,
				today, null, null, Episode.State.COMPLETE);
		assertThat(EpisodeTimes
			.aired(List.of(aired(13, "2026-11-15"), aired(14, "2026-11-22"), aired(15, "2026-11-23"), special), today))
			.isEqualTo(2);
		assertThat(EpisodeTimes.aired(List.of(), today)).isNull();
	}

	@Test
	void saysThatTimesAreComputed() {
		Instant now = Materials.NOW;
		assertThat(EpisodeTimes.provenance(List.of(aired(1, "2026-11-22")), now)).containsOnlyKeys("episodesAired");
		List<Episode> computed = EpisodeTimes.of(ID, airing(Works.SUNDAY_EVENING, null),
				List.of(aired(1, "2026-11-22")));
		assertThat(EpisodeTimes.provenance(computed, now)).containsKeys("episodesAired", "episodes.airedAt");
	}

	private static Airing airing(@Nullable Broadcast slot, @Nullable NextEpisode next) {
		return new Airing(AiringStatus.ONGOING, null, null, null, null, slot, next);
	}

	private static Episode aired(int number, String date) {
		return Works.anEpisode(ID, number, "Rain", date, Episode.State.COMPLETE);
	}

}

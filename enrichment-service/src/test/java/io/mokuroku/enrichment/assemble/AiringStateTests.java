package io.mokuroku.enrichment.assemble;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.enrichment.Works;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.mokuroku.catalogue.AiringStatus.FINISHED;
import static io.mokuroku.catalogue.AiringStatus.HIATUS;
import static io.mokuroku.catalogue.AiringStatus.ONGOING;
import static io.mokuroku.catalogue.AiringStatus.UNKNOWN;
import static io.mokuroku.catalogue.AiringStatus.UPCOMING;
import static org.assertj.core.api.Assertions.assertThat;

final class AiringStateTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	/** Three episodes, weekly, the last of them on a day. */
	private static List<Episode> three(LocalDate last) {
		return IntStream.rangeClosed(1, 3)
			.mapToObj((number) -> Works.anEpisode(Works.aDraft().id(), number, null,
					last.minusWeeks(3L - number).toString(), Episode.State.COMPLETE))
			.toList();
	}

	@Test
	void endsAWorkAWeekAfterItsLastEpisode() {
		assertThat(state(ONGOING, 3, three(TODAY.minusDays(7)), ONGOING))
			.isEqualTo(new AiringState(FINISHED, AiringState.ALL_AIRED));
		assertThat(state(ONGOING, 3, three(TODAY.minusDays(6)), ONGOING)).isEqualTo(new AiringState(ONGOING, null));
		assertThat(state(ONGOING, 4, three(TODAY.minusDays(70)), ONGOING).status()).isEqualTo(ONGOING);
		assertThat(state(ONGOING, null, three(TODAY.minusDays(70)), ONGOING).status()).isEqualTo(ONGOING);
	}

	@Test
	void doesNotLetASlowSourceBeginAFinishedWorkAgain() {
		assertThat(state(ONGOING, 3, three(TODAY.minusDays(1)), FINISHED).status()).isEqualTo(FINISHED);
		assertThat(state(ONGOING, 12, three(TODAY.minusDays(1)), FINISHED).status()).isEqualTo(ONGOING);
		assertThat(state(UPCOMING, 12, three(TODAY), ONGOING).status()).isEqualTo(ONGOING);
		assertThat(state(UPCOMING, 12, three(TODAY), UPCOMING).status()).isEqualTo(UPCOMING);
	}

	@Test
	void callsALongBreakAHiatus() {
		assertThat(paused(TODAY.minusDays(29), null)).isEqualTo(HIATUS);
		assertThat(paused(TODAY.minusDays(28), null)).isEqualTo(ONGOING);
		assertThat(paused(TODAY.minusDays(29), TODAY.plusDays(3))).isEqualTo(ONGOING);
	}

	@Test
	void readsDatesWhereNobodySaysWhereAWorkStands() {
		assertThat(dated(AnimeType.TV, TODAY.plusDays(1), null)).isEqualTo(UPCOMING);
		assertThat(dated(AnimeType.TV, TODAY, null)).isEqualTo(ONGOING);
		assertThat(dated(AnimeType.TV, TODAY.minusDays(90), TODAY)).isEqualTo(FINISHED);
		assertThat(dated(AnimeType.MOVIE, TODAY, null)).isEqualTo(FINISHED);
		assertThat(dated(AnimeType.TV, null, null)).isEqualTo(UNKNOWN);
	}

	private static AiringState state(AiringStatus said, @Nullable Integer total, List<Episode> episodes,
			AiringStatus before) {
		return AiringState.of(Airing.of(said, null, 2026), AnimeType.TV, total, episodes, before, TODAY);
	}

	private static AiringStatus paused(LocalDate from, @Nullable LocalDate until) {
		Airing airing = new Airing(ONGOING, null, 2026, null, null, null, null, new Delay(from, until, "On Break"));
		return AiringState.of(airing, AnimeType.TV, null, List.of(), ONGOING, TODAY).status();
	}

	private static AiringStatus dated(AnimeType type, @Nullable LocalDate from, @Nullable LocalDate to) {
		Airing airing = new Airing(UNKNOWN, null, null, (from != null) ? PartialDate.of(from) : null,
				(to != null) ? PartialDate.of(to) : null, null, null);
		return AiringState.of(airing, type, null, List.of(), UNKNOWN, TODAY).status();
	}

}

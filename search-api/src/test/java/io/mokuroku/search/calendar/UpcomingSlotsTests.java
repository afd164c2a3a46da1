package io.mokuroku.search.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Consumer;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.mokuroku.search.Shows.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * When the episodes of an entry air.
 */
class UpcomingSlotsTests {

	private static final Broadcast SUNDAYS = new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(1, 30), Broadcast.JAPAN);

	private static final Instant NEXT = Instant.parse("2026-11-28T16:30:00Z");

	private static final Window MONTH = new Window(Instant.parse("2026-11-28T00:00:00Z"),
			Instant.parse("2026-12-28T00:00:00Z"), ZoneId.of("UTC"));

	@Test
	void announcesTheNextEpisodeAndExpectsThoseAfterItByTheSlot() {
		assertThat(UpcomingSlots.of(AiringAnime.of(weekly(next(10, 0.95), null, 12)), MONTH))
			.extracting(UpcomingSlotsTests::written)
			.containsExactly("10 2026-11-28T16:30:00Z 2026-11-29 ANNOUNCED 0.95",
					"11 2026-12-05T16:30:00Z 2026-12-06 EXPECTED 0.5",
					"12 2026-12-12T16:30:00Z 2026-12-13 EXPECTED 0.5");
	}

	@Test
	void expectsEpisodesInASpanThatBeginsAfterTheNextOne() {
		Window later = new Window(Instant.parse("2026-12-06T00:00:00Z"), Instant.parse("2026-12-14T00:00:00Z"),
				ZoneId.of("UTC"));
		assertThat(UpcomingSlots.of(AiringAnime.of(weekly(next(10, 0.95), null, null)), later))
			.extracting(UpcomingSlotsTests::written)
			.containsExactly("12 2026-12-12T16:30:00Z 2026-12-13 EXPECTED 0.5");
	}

	@Test
	void leavesOutSlotsInABreakAndAllAfterOneWithoutAnEnd() {
		Delay week = new Delay(LocalDate.of(2026, 12, 6), LocalDate.of(2026, 12, 12), "Sports");
		assertThat(UpcomingSlots.of(AiringAnime.of(weekly(next(10, 0.95), week, 12)), MONTH))
			.extracting(UpcomingSlotsTests::written)
			.containsExactly("10 2026-11-28T16:30:00Z 2026-11-29 ANNOUNCED 0.95",
					"11 2026-12-12T16:30:00Z 2026-12-13 EXPECTED 0.5",
					"12 2026-12-19T16:30:00Z 2026-12-20 EXPECTED 0.5");
		Delay open = new Delay(LocalDate.of(2026, 12, 6), null, "Postponed");
		assertThat(UpcomingSlots.of(AiringAnime.of(weekly(next(10, 0.95), open, 12)), MONTH)).hasSize(1);
	}

	@Test
	void tellsSeveralAtOnceAsOneAndExpectsNothingAfterAWholeSeason() {
		NextEpisode two = new NextEpisode(1, NEXT, 0.85, 2);
		assertThat(UpcomingSlots.of(AiringAnime.of(weekly(two, null, 4)), MONTH)).extracting(Slot::first, Slot::last)
			.containsExactly(tuple(1, 2), tuple(3, 3), tuple(4, 4));
		assertThat(UpcomingSlots.of(AiringAnime.of(weekly(new NextEpisode(1, NEXT, 0.85, 12), null, 24)), MONTH))
			.hasSize(1);
	}

	@Test
	void expectsNothingOfWhatHasNoSlotOrHasEndedByThen() {
		AnimeEntry irregular = weekly(next(10, 0.85), null, null)
			.with((change) -> change.airing = new Airing(AiringStatus.ONGOING, null, null, null, null, null,
					next(10, 0.85), null));
		assertThat(UpcomingSlots.of(AiringAnime.of(irregular), MONTH)).hasSize(1);
		AnimeEntry ending = weekly(next(10, 0.85), null, null)
			.with((change) -> change.airing = new Airing(AiringStatus.ONGOING, null, null, null,
					PartialDate.of(LocalDate.of(2026, 12, 6)), SUNDAYS, next(10, 0.85), null));
		assertThat(UpcomingSlots.of(AiringAnime.of(ending), MONTH)).hasSize(2);
	}

	@Test
	void tellsTheDayOfAPremiereWhoseTimeIsUnknown() {
		AnimeEntry premiere = anEntry(1, "New").with((change) -> change.airing = new Airing(AiringStatus.UPCOMING, null,
				null, PartialDate.of(LocalDate.of(2026, 12, 1)), null, null, null, null));
		assertThat(UpcomingSlots.of(AiringAnime.of(premiere), MONTH)).extracting(UpcomingSlotsTests::written)
			.containsExactly("1 null 2026-12-01 ANNOUNCED 0.8");
		AnimeEntry vague = premiere.with((change) -> change.airing = new Airing(AiringStatus.UPCOMING, null, null,
				new PartialDate(LocalDate.of(2026, 12, 1), PartialDate.Precision.MONTH), null, null, null, null));
		assertThat(UpcomingSlots.of(AiringAnime.of(vague), MONTH)).isEmpty();
	}

	@Test
	void tellsWhatWaitsForItsDateAfterABreak() {
		AnimeEntry waiting = weekly(null, new Delay(LocalDate.of(2026, 11, 29), null, "Production"), 12)
			.with((change) -> change.details = change.details.withEpisodesAired(9));
		assertThat(UpcomingSlots.toBeAnnounced(AiringAnime.of(waiting))).map(UpcomingSlotsTests::written)
			.hasValue("10 null null TO_BE_ANNOUNCED 0.0");
		assertThat(UpcomingSlots.toBeAnnounced(AiringAnime.of(weekly(null, null, 12)))).isEmpty();
		assertThat(UpcomingSlots.toBeAnnounced(AiringAnime.of(weekly(next(10, 0.9), new Delay(null, null, null), 12))))
			.isEmpty();
	}

	static AnimeEntry weekly(@Nullable NextEpisode next, @Nullable Delay delay, @Nullable Integer episodes) {
		return anEntry(1, "Weekly").with(airs(next, delay, episodes));
	}

	static Consumer<AnimeEntry.Change> airs(@Nullable NextEpisode next, @Nullable Delay delay,
			@Nullable Integer episodes) {
		return (change) -> {
			change.episodes = episodes;
			change.airing = new Airing(AiringStatus.ONGOING, null, null, null, null, SUNDAYS, next, delay);
		};
	}

	static NextEpisode next(int number, double confidence) {
		return new NextEpisode(number, NEXT, confidence);
	}

	private static String written(Slot slot) {
		return "%s %s %s %s %s".formatted(slot.first(), slot.at(), slot.day(), slot.state(), slot.confidence());
	}

}

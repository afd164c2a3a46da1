package io.mokuroku.search.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is in the calendar of a work whose eighth episode is the next that is known.
 */
class ReadCalendarTests {

	private static final Instant EIGHTH = Instant.parse("2026-11-28T16:30:00Z");

	private static final CalendarFilter ALL = new CalendarFilter(Set.of(), null);

	private Instant now = EIGHTH.plus(Duration.ofDays(2));

	private Predicate<EpisodeNumber> unlisted = (number) -> number.value().intValue() > 4;

	@Test
	void expectsNothingOfAWorkThatHasStopped() {
		assertThat(expected(0.5)).isEmpty();
	}

	@Test
	void expectsWeeklyEpisodesWhileOneOfFourIsListedOrACalendarAnnounces() {
		assertThat(expected(0.85)).extracting(Slot::first).containsExactly(9, 10);
		this.unlisted = (number) -> number.value().intValue() > 5;
		assertThat(expected(0.5)).extracting(Slot::first).containsExactly(9, 10);
	}

	@Test
	void expectsEpisodesOfAWorkWhoseAiringLiesAhead() {
		this.now = EIGHTH.minus(Duration.ofDays(2));
		this.unlisted = (number) -> {
			throw new AssertionError("Nobody need look for " + number);
		};
		assertThat(expected(0.5)).extracting(Slot::first).containsExactly(9, 10);
	}

	/** The episodes of the two weeks after the eighth. */
	private List<Slot> expected(double confidence) {
		AnimeEntry weekly = UpcomingSlotsTests.weekly(new NextEpisode(8, EIGHTH, confidence), null, 12);
		Window window = new Window(EIGHTH.plus(Duration.ofDays(1)), EIGHTH.plus(Duration.ofDays(15)), ZoneId.of("UTC"));
		InstantSource clock = () -> this.now;
		return new ReadCalendar(new One(weekly), clock).read(window, ALL).slots();
	}

	private final class One implements ReadCalendar.Entries {

		private final AnimeEntry entry;

		private One(AnimeEntry entry) {
			this.entry = entry;
		}

		@Override
		public List<AnimeEntry> airing(AiringStatus status, Instant from, Instant to) {
			return (this.entry.airing().status() == status) ? List.of(this.entry) : List.of();
		}

		@Override
		public List<AnimeEntry> airingUnknown() {
			return List.of();
		}

		@Override
		public boolean isUnlisted(AnimeId id, EpisodeNumber number) {
			return ReadCalendarTests.this.unlisted.test(number);
		}

	}

}

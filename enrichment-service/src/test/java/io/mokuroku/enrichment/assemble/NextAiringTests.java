package io.mokuroku.enrichment.assemble;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Episode.State;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.enrichment.Works;
import io.mokuroku.upstream.AiringFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class NextAiringTests {

	private static final AnimeId ID = Works.aDraft().id();

	private static final LocalDate PREMIERE = LocalDate.of(2026, 10, 4);

	private static final Instant TONIGHT = Instant.parse("2026-11-22T14:30:00Z");

	private static final Instant NOW = TONIGHT.minusSeconds(10_800);

	private static final Broadcast SUNDAY_NIGHT = new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(1, 30), Broadcast.JAPAN);

	@Test
	void countsFromTheLastEpisodeBeforeTheSlot() {
		assertThat(of(Works.aRunning(), 12, weekly(PREMIERE, 8)))
			.contains(new NextEpisode(8, TONIGHT, NextAiring.COMPUTED));
	}

	@Test
	void expectsTheNextWeekOnceTheSlotIsOver() {
		assertThat(NextAiring.of(Works.aRunning(), 12, weekly(PREMIERE, 8), List.of(), TONIGHT.plusSeconds(1)))
			.contains(new NextEpisode(9, TONIGHT.plusSeconds(604_800), NextAiring.COMPUTED));
	}

	@Test
	void isSurerWhenACalendarSaysTheSame() {
		assertThat(NextAiring.of(Works.aRunning(), 12, weekly(PREMIERE, 7),
				List.of(TONIGHT.plusSeconds(86_400), TONIGHT.minusSeconds(600)), NOW))
			.map(NextEpisode::confidence)
			.contains(NextAiring.CONFIRMED);
		assertThat(NextAiring.of(Works.aRunning(), 12, weekly(PREMIERE, 7), List.of(TONIGHT.minusSeconds(601)), NOW))
			.map(NextEpisode::confidence)
			.contains(NextAiring.COMPUTED);
	}

	@Test
	void expectsThePremiereOnItsDay() {
		Airing coming = airing(AiringStatus.ONGOING, LocalDate.of(2026, 12, 6), Works.SUNDAY_EVENING);
		assertThat(of(coming, null, List.of()))
			.contains(new NextEpisode(1, Instant.parse("2026-12-06T14:30:00Z"), NextAiring.COMPUTED));
	}

	@Test
	void doesNotGuessANumber() {
		assertThat(of(Works.aRunning(), null, List.of())).isEmpty();
	}

	@Test
	void expectsNothingOfAWorkThatDoesNotRun() {
		assertThat(of(airing(AiringStatus.FINISHED, PREMIERE, Works.SUNDAY_EVENING), 12, weekly(PREMIERE, 7)))
			.isEmpty();
		assertThat(of(airing(AiringStatus.ONGOING, PREMIERE, null), 12, weekly(PREMIERE, 7))).isEmpty();
		assertThat(of(Works.aRunning(), 7, weekly(PREMIERE, 7))).isEmpty();
	}

	@Test
	void expectsNothingOfAWorkThatHasStopped() {
		List<Episode> aired = weekly(PREMIERE, 7).stream()
			.map((episode) -> Works.anEpisode(ID, episode.number().value().intValue(), null,
					String.valueOf(episode.airDate()), State.AIRED_UNCONFIRMED))
			.toList();
		assertThat(of(Works.aRunning(), 12, aired)).as("nobody was asked for them").isPresent();
		List<Episode> unlisted = new ArrayList<>(aired.stream().map(Works::unlisted).toList());
		assertThat(of(Works.aRunning(), 12, unlisted)).isEmpty();
		assertThat(of(Works.aRunning().withNext(passed(NextAiring.COMPUTED)), 12, unlisted)).isEmpty();
		assertThat(of(Works.aRunning().withNext(passed(NextAiring.CONFIRMED)), 12, unlisted))
			.as("a calendar announced what passed")
			.isPresent();
		assertThat(of(Works.aRunning().withNext(new NextEpisode(8, TONIGHT, NextAiring.COMPUTED)), 12, unlisted))
			.as("expected when the last had passed")
			.isPresent();
		assertThat(NextAiring.of(Works.aRunning(), 12, unlisted, List.of(TONIGHT), NOW))
			.as("a calendar tells of the next")
			.isPresent();
		unlisted.set(3, weekly(PREMIERE, 7).get(3));
		assertThat(of(Works.aRunning(), 12, unlisted)).map(NextEpisode::number).contains(8);
		assertThat(of(Works.aRunning().withNext(passed(NextAiring.COMPUTED)), 12, unlisted)).isPresent();
	}

	private static NextEpisode passed(double confidence) {
		return new NextEpisode(7, TONIGHT.minusSeconds(604_800), confidence);
	}

	@Test
	void doesNotCountSpecials() {
		Episode special = new Episode(ID, new EpisodeNumber(EpisodeKind.SPECIAL, BigDecimal.valueOf(40)), null, null,
				null, PREMIERE, null, null, State.COMPLETE);
		List<Episode> episodes = new ArrayList<>(weekly(PREMIERE, 7));
		episodes.add(special);
		assertThat(of(Works.aRunning(), 12, episodes)).map(NextEpisode::number).contains(8);
	}

	@Test
	void countsALateNightEpisodeOnceWhicheverDayItIsListedUnder() {
		Airing lateNight = airing(AiringStatus.ONGOING, PREMIERE, SUNDAY_NIGHT);
		Instant saturday = Instant.parse("2026-11-21T10:00:00Z");
		for (LocalDate first : List.of(PREMIERE, PREMIERE.minusDays(1))) {
			assertThat(NextAiring.of(lateNight, 12, weekly(first, 12), List.of(), saturday))
				.contains(new NextEpisode(8, Instant.parse("2026-11-21T16:30:00Z"), NextAiring.COMPUTED));
		}
	}

	@Test
	void followsAWeekAfterAnAiring() {
		assertThat(NextAiring.after(8, TONIGHT, Works.aRunning(), 12, TONIGHT.plusSeconds(2040)))
			.contains(new NextEpisode(9, TONIGHT.plusSeconds(604_800), NextAiring.COMPUTED));
	}

	@Test
	void neverFollowsInThePast() {
		assertThat(NextAiring.after(8, TONIGHT, Works.aRunning(), 12, TONIGHT.plusSeconds(604_801)))
			.map(NextEpisode::at)
			.contains(TONIGHT.plusSeconds(1_209_600));
	}

	@Test
	void followsTheClockOfItsZone() {
		Broadcast london = new Broadcast(DayOfWeek.SATURDAY, LocalTime.of(20, 0), ZoneId.of("Europe/London"));
		Instant summer = Instant.parse("2026-10-24T19:00:00Z");
		assertThat(NextAiring.after(3, summer, airing(AiringStatus.ONGOING, PREMIERE, london), null, summer))
			.map(NextEpisode::at)
			.contains(Instant.parse("2026-10-31T20:00:00Z"));
	}

	@Test
	void endsWithTheLastEpisode() {
		assertThat(NextAiring.after(12, TONIGHT, Works.aRunning(), 12, TONIGHT)).isEmpty();
		assertThat(NextAiring.after(12, TONIGHT, Works.aRunning(), null, TONIGHT)).isPresent();
	}

	private static Optional<NextEpisode> of(Airing airing, @Nullable Integer total, List<Episode> episodes) {
		return NextAiring.of(airing, total, episodes, List.of(), NOW);
	}

	private static Airing airing(AiringStatus status, LocalDate from, @Nullable Broadcast slot) {
		return new Airing(status, null, 2026, PartialDate.of(from), null, slot, null);
	}

	private static List<Episode> weekly(LocalDate first, int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> Works.anEpisode(ID, number, "Rain", first.plusWeeks(number - 1L).toString(),
					State.COMPLETE))
			.toList();
	}

	@Test
	void believesACalendarThatTellsTheNumber() {
		Instant now = Instant.parse("2026-11-22T11:30:00Z");
		AiringFacts.Next unnumbered = new AiringFacts.Next(now.plusSeconds(60), null);
		AiringFacts.Next past = new AiringFacts.Next(now.minusSeconds(1), 7);
		AiringFacts.Next eighth = new AiringFacts.Next(now, 8);
		assertThat(NextAiring.told(List.of(unnumbered, past, eighth), 12, now))
			.contains(new NextEpisode(8, now, NextAiring.CONFIRMED));
		assertThat(NextAiring.told(List.of(eighth), 7, now)).isEmpty();
		assertThat(NextAiring.told(List.of(unnumbered, past), null, now)).isEmpty();
	}

}

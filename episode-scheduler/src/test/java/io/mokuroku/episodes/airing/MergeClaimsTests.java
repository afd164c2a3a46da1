package io.mokuroku.episodes.airing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provenance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.mokuroku.episodes.Airings.anAiringAnime;
import static io.mokuroku.episodes.airing.Claims.calendar;
import static io.mokuroku.episodes.airing.Claims.claim;
import static io.mokuroku.episodes.airing.Claims.slow;
import static org.assertj.core.api.Assertions.assertThat;

class MergeClaimsTests {

	/** A Sunday, 21:00 in Japan. */
	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant TOMORROW = NOW.plus(Duration.ofHours(26));

	private final MergeClaims merge = new MergeClaims(NOW, NOW.plus(Duration.ofDays(8)), Duration.ofHours(24),
			List.of("anilist", "animeschedule", "derived", "kitsu"), Set.of("anilist", "animeschedule"));

	private final AnimeEntry anime = with(anAiringAnime("MYANIMELIST#1", 8, NOW), (airing) -> airing.withNext(null));

	@ParameterizedTest
	@CsvSource({ "0, 0.95", "10, 0.95", "-10, 0.95", "11, 0.85", "600, 0.85" })
	void isSurerWhenTwoCalendarsAgreeWithinTenMinutes(long minutes, double confidence) {
		Merged merged = merged(this.anime, calendar("anilist", 8, TOMORROW),
				calendar("animeschedule", 8, TOMORROW.plus(Duration.ofMinutes(minutes))));
		assertThat(merged.kind()).isEqualTo(Merged.Kind.ANNOUNCED);
		assertThat(merged.airing().next()).isEqualTo(new NextEpisode(8, TOMORROW, confidence));
		assertThat(merged.next()).isNotNull().satisfies((how) -> assertThat(how.source()).isEqualTo("anilist"));
	}

	@Test
	void countsTheWeeklySlotAsASecondSource() {
		AnimeEntry slotted = with(this.anime, (airing) -> new Airing(airing.status(), null, null, null, null,
				new Broadcast(DayOfWeek.MONDAY, LocalTime.of(23, 0), Broadcast.JAPAN), null));
		assertThat(merged(slotted, calendar("animeschedule", 8, TOMORROW)).airing().next())
			.isEqualTo(new NextEpisode(8, TOMORROW, 0.95));
	}

	@Test
	void prefersCalendarsToSlowSources() {
		assertThat(merged(this.anime, slow(8, TOMORROW.minusSeconds(7200)), calendar("animeschedule", 8, TOMORROW))
			.airing()
			.next()).isEqualTo(new NextEpisode(8, TOMORROW, 0.85));
		assertThat(merged(this.anime, slow(8, TOMORROW)).airing().next()).isEqualTo(new NextEpisode(8, TOMORROW, 0.4));
	}

	@Test
	void leavesAnAnnouncedTimeAloneWhenOnlySlowSourcesDiffer() {
		AnimeEntry announced = with(this.anime, (airing) -> airing.withNext(new NextEpisode(8, TOMORROW, 0.85)));
		assertThat(merge(announced, slow(9, TOMORROW.plusSeconds(7200)))).isEmpty();
	}

	@Test
	void changesNothingTheSecondTime() {
		Merged merged = merged(this.anime, calendar("anilist", 8, TOMORROW));
		AnimeEntry after = with(this.anime, (_) -> merged.airing());
		assertThat(merge(after, calendar("anilist", 8, TOMORROW))).isEmpty();
	}

	@Test
	void notesTheTimeASlotWasMovedFrom() {
		AnimeEntry announced = with(this.anime, (airing) -> airing.withNext(new NextEpisode(8, TOMORROW, 0.85)));
		Merged moved = merged(announced, calendar("anilist", 8, TOMORROW.plusSeconds(1800)));
		assertThat(moved.kind()).isEqualTo(Merged.Kind.MOVED);
		assertThat(moved.airing().next()).isEqualTo(new NextEpisode(8, TOMORROW.plusSeconds(1800), 0.85));
		assertThat(moved.next()).isNotNull().satisfies((how) -> assertThat(how.note()).isEqualTo("was " + TOMORROW));
	}

	@Test
	void takesRowsOfOneTimeAsSeveralEpisodesInARow() {
		assertThat(
				merged(this.anime, calendar("anilist", 9, TOMORROW), calendar("anilist", 8, TOMORROW)).airing().next())
			.isEqualTo(new NextEpisode(8, TOMORROW, 0.85, 9));
		assertThat(merged(this.anime, claim("animeschedule", 1, 13, TOMORROW, null)).airing().next())
			.isEqualTo(new NextEpisode(1, TOMORROW, 0.85, 12));
	}

	@ParameterizedTest
	@CsvSource({ "9, 30, 9", "9, 60, 9", "9, 61,", "8, 30,", "10, 30," })
	void takesEpisodesShownOneAfterTheOtherAsOneAiring(int number, long minutes, @Nullable Integer last) {
		assertThat(merged(this.anime, calendar("anilist", number, TOMORROW.plus(Duration.ofMinutes(minutes))),
				calendar("anilist", 8, TOMORROW))
			.airing()
			.next()).isEqualTo(new NextEpisode(8, TOMORROW, 0.85, last));
	}

	@Test
	void takesTheEarliestOfTwoEpisodesOnOneDay() {
		assertThat(
				merged(this.anime, calendar("anilist", 9, TOMORROW.plusSeconds(7200)), calendar("anilist", 8, TOMORROW))
					.airing()
					.next())
			.isEqualTo(new NextEpisode(8, TOMORROW, 0.85));
	}

	@Test
	void ignoresEpisodesBeyondTheLast() {
		assertThat(merge(this.anime, calendar("anilist", 13, TOMORROW))).isEmpty();
		AnimeEntry endless = this.anime.with((change) -> change.episodes = null);
		assertThat(merged(endless, calendar("anilist", 1145, TOMORROW)).airing().next())
			.isEqualTo(new NextEpisode(1145, TOMORROW, 0.85));
	}

	@Test
	void leavesAnAiringWhoseTimeHasComeUntilItWasPassedOn() {
		AnimeEntry begun = with(this.anime,
				(airing) -> airing.withNext(new NextEpisode(8, NOW.minusSeconds(600), 0.85)));
		assertThat(merge(begun, calendar("anilist", 9, TOMORROW))).isEmpty();
		assertThat(merge(begun)).isEmpty();
		AnimeEntry longAgo = with(this.anime,
				(airing) -> airing.withNext(new NextEpisode(8, NOW.minusSeconds(90_000), 0.85)));
		assertThat(merged(longAgo, calendar("anilist", 9, TOMORROW)).airing().next())
			.isEqualTo(new NextEpisode(9, TOMORROW, 0.85));
	}

	@Test
	void movesAnAiringThatShouldHaveBegunAndWasPutOff() {
		AnimeEntry begun = with(this.anime,
				(airing) -> airing.withNext(new NextEpisode(8, NOW.minusSeconds(600), 0.85)));
		assertThat(merged(begun, calendar("anilist", 8, NOW.plusSeconds(1800))).airing().next())
			.isEqualTo(new NextEpisode(8, NOW.plusSeconds(1800), 0.85));
	}

	@Test
	void plansTheFirstSlotAfterABreak() {
		Delay delay = new Delay(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 6), "On Break");
		Merged merged = merged(this.anime, claim("animeschedule", 8, 8, TOMORROW, delay));
		assertThat(merged.kind()).isEqualTo(Merged.Kind.DELAYED);
		assertThat(merged.airing().delay()).isEqualTo(delay);
		assertThat(merged.airing().next())
			.isEqualTo(new NextEpisode(8, TOMORROW.plus(Duration.ofDays(14)), AiringClaim.SLOT));
	}

	@Test
	void leavesTheEpisodeBeforeABreakAlone() {
		AiringClaim later = claim("animeschedule", 9, 9, TOMORROW.plus(Duration.ofDays(7)),
				new Delay(LocalDate.of(2026, 11, 30), null, "On Break"));
		assertThat(merged(this.anime, later, calendar("animeschedule", 8, TOMORROW)).airing().next())
			.isEqualTo(new NextEpisode(8, TOMORROW, 0.85));
		AnimeEntry announced = with(this.anime, (airing) -> airing.withNext(new NextEpisode(8, TOMORROW, 0.85)));
		assertThat(merge(announced, later)).isEmpty();
	}

	@Test
	void takesTheNewTimeOfADelayedEpisodeIfAnotherCalendarKnowsIt() {
		Delay delay = new Delay(LocalDate.of(2026, 11, 23), null, "Delayed");
		Merged merged = merged(this.anime, claim("animeschedule", 8, 8, TOMORROW, delay),
				calendar("anilist", 8, TOMORROW.plusSeconds(3600)));
		assertThat(merged.airing().next()).isEqualTo(new NextEpisode(8, TOMORROW.plusSeconds(3600), 0.85));
		assertThat(merged.airing().delay()).isEqualTo(delay);
	}

	@Test
	void cancelsTheNextAiringInABreakWithoutEnd() {
		AnimeEntry announced = with(this.anime, (airing) -> airing.withNext(new NextEpisode(8, TOMORROW, 0.85)));
		Delay delay = new Delay(LocalDate.of(2026, 11, 23), null, "Postponed Indefinitely");
		Merged merged = merged(announced, claim("animeschedule", 8, 8, TOMORROW, delay));
		assertThat(merged.airing().next()).isNull();
		assertThat(merged.airing().delay()).isEqualTo(delay);
		assertThat(merged.next()).isNull();
	}

	@Test
	void endsABreakWhenACalendarGoesOn() {
		AnimeEntry onBreak = with(this.anime, (airing) -> new Airing(AiringStatus.HIATUS, null, null, null, null, null,
				null, new Delay(LocalDate.of(2026, 10, 1), null, "On Break")));
		Merged merged = merged(onBreak, calendar("anilist", 8, TOMORROW));
		assertThat(merged.airing().delay()).isNull();
		assertThat(merged.airing().status()).isEqualTo(AiringStatus.ONGOING);
	}

	@Test
	void announcesABreakWhenTheRowHasVanished() {
		AnimeEntry announced = known(with(this.anime, (airing) -> airing.withNext(new NextEpisode(8, TOMORROW, 0.85))),
				"anilist");
		Merged merged = merged(announced);
		assertThat(merged.kind()).isEqualTo(Merged.Kind.VANISHED);
		assertThat(merged.airing().next()).isNull();
		assertThat(merged.airing().delay()).isNotNull().satisfies((delay) -> assertThat(delay.indefinite()).isTrue());
	}

	@Test
	void doesNotTakeSilenceForABreakIfItsSourceWasNotHeard() {
		AnimeEntry computed = known(with(this.anime, (airing) -> airing.withNext(new NextEpisode(8, TOMORROW, 0.5))),
				"derived");
		assertThat(merge(computed)).isEmpty();
		AnimeEntry farAway = known(
				with(this.anime, (airing) -> airing.withNext(new NextEpisode(8, NOW.plus(Duration.ofDays(9)), 0.85))),
				"anilist");
		assertThat(merge(farAway)).isEmpty();
	}

	@Test
	void keepsTheTimeThatFollowsFromTheEndOfABreak() {
		Delay delay = new Delay(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22), "On Break");
		AiringClaim lastWeek = claim("animeschedule", 8, 8, TOMORROW.minus(Duration.ofDays(7)), delay);
		Merged merged = merged(this.anime, lastWeek);
		AnimeEntry after = known(with(this.anime, (_) -> merged.airing()), "animeschedule");
		assertThat(after.airing().next()).isEqualTo(new NextEpisode(8, TOMORROW, 0.5));
		assertThat(merge(after)).isEmpty();
	}

	@Test
	void takesFourWeeksOfSilenceForAHiatus() {
		AnimeEntry silent = with(this.anime,
				(airing) -> airing.withNext(new NextEpisode(8, NOW.minus(Duration.ofDays(29)), 0.5)));
		Merged merged = merged(silent);
		assertThat(merged.airing().status()).isEqualTo(AiringStatus.HIATUS);
		assertThat(merged.airing().next()).isNull();
	}

	@ParameterizedTest
	@EnumSource(value = AiringStatus.class, names = { "FINISHED", "CANCELLED" })
	void doesNotBringFinishedWorksBack(AiringStatus status) {
		AnimeEntry over = with(this.anime, (airing) -> airing.withStatus(status));
		assertThat(merge(over, calendar("anilist", 8, TOMORROW))).isEmpty();
	}

	@Test
	void leavesAloneWhatAPersonWroteAndWhatIsNotLive() {
		assertThat(merge(known(this.anime, "reviewer"), calendar("anilist", 8, TOMORROW))).isEmpty();
		AnimeEntry orphan = this.anime.with((change) -> change.lifecycle = Lifecycle.ORPHANED);
		assertThat(merge(orphan, calendar("anilist", 8, TOMORROW))).isEmpty();
	}

	private Optional<Merged> merge(AnimeEntry entry, AiringClaim... claims) {
		return this.merge.merge(entry, List.of(claims));
	}

	private Merged merged(AnimeEntry entry, AiringClaim... claims) {
		return merge(entry, claims).orElseThrow();
	}

	private static AnimeEntry with(AnimeEntry entry, UnaryOperator<Airing> airing) {
		return entry.with((change) -> change.airing = airing.apply(entry.airing()));
	}

	private static AnimeEntry known(AnimeEntry entry, String source) {
		return entry.with((change) -> change.provenance = Map.of(CatalogueAiring.NEXT,
				new Provenance(source, NOW, "CALENDAR", 0.85)));
	}

}

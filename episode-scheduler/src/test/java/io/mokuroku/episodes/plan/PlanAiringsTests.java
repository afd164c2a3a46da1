package io.mokuroku.episodes.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.mokuroku.episodes.Airings.anAiringAnime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PlanAiringsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final PlanRules RULES = new PlanRules(Duration.ofHours(24), Duration.ofHours(24),
			Duration.ofMinutes(24), Duration.ofMinutes(10), Duration.ofSeconds(5), 1_000, 500);

	private final PlanAirings planAirings = new PlanAirings(RULES);

	@ParameterizedTest
	@CsvSource({ "2026-11-22T14:16:00Z, 2026-11-22T14:50:00Z", "2026-11-22T12:00:00Z, 2026-11-22T12:34:00Z",
			"2026-11-22T11:26:01Z, 2026-11-22T12:00:01Z", "2026-11-23T11:59:59.999Z, 2026-11-23T12:33:59Z" })
	void looksAtAnEpisodeTenMinutesAfterItsEnd(Instant airAt, Instant fireAt) {
		assertThat(this.planAirings.episodes(NOW, List.of(anAiringAnime("MYANIMELIST#1", 8, airAt))))
			.extracting(PlannedEpisode::fireAt)
			.containsExactly(fireAt);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-22T11:26:00Z", "2026-11-22T09:00:00Z", "2026-11-21T12:00:00Z" })
	void looksAtAMissedEpisodeWithinSeconds(Instant airAt) {
		assertThat(this.planAirings.episodes(NOW, List.of(anAiringAnime("MYANIMELIST#1", 8, airAt))))
			.extracting(PlannedEpisode::fireAt)
			.containsExactly(NOW.plusSeconds(5));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-21T11:59:59Z", "2026-11-23T12:00:00Z", "2026-12-22T12:00:00Z" })
	void leavesOutWhatLiesOutsideTheWindow(Instant airAt) {
		assertThat(this.planAirings.episodes(NOW, List.of(anAiringAnime("MYANIMELIST#1", 8, airAt)))).isEmpty();
	}

	@Test
	void leavesOutOrphansAndNumbersBeyondTheEnd() {
		AnimeEntry orphan = anAiringAnime("MYANIMELIST#1", 8, NOW)
			.with((change) -> change.lifecycle = Lifecycle.ORPHANED);
		AnimeEntry thirteenthOfTwelve = anAiringAnime("MYANIMELIST#2", 13, NOW);
		AnimeEntry endless = anAiringAnime("MYANIMELIST#21", 1145, NOW).with((change) -> change.episodes = null);
		assertThat(this.planAirings.episodes(NOW, List.of(orphan, thirteenthOfTwelve, endless)))
			.extracting(PlannedEpisode::animeId)
			.containsExactly(endless.id());
	}

	@Test
	void usesTheUsualDurationWhereNoneIsKnown() {
		AnimeEntry film = anAiringAnime("MYANIMELIST#1", 1, NOW).with((change) -> change.durationSeconds = 7200);
		AnimeEntry unknown = anAiringAnime("MYANIMELIST#2", 1, NOW).with((change) -> change.durationSeconds = null);
		assertThat(this.planAirings.episodes(NOW, List.of(film, unknown))).extracting(PlannedEpisode::fireAt)
			.containsExactlyInAnyOrder(NOW.plusSeconds(7200 + 600), NOW.plusSeconds(1440 + 600));
	}

	@Test
	void looksAtSeveralEpisodesInARowWhenAllAreOver() {
		AnimeEntry pair = airing(new NextEpisode(8, NOW, 0.85, 9));
		assertThat(this.planAirings.episodes(NOW, List.of(pair)))
			.extracting(PlannedEpisode::number, PlannedEpisode::fireAt)
			.containsExactly(tuple(8, NOW.plusSeconds(2 * 1440 + 600)), tuple(9, NOW.plusSeconds(2 * 1440 + 600)));
	}

	@Test
	void looksAtASeasonPutOnlineAtOnceByItsLastEpisode() {
		AnimeEntry drop = airing(new NextEpisode(1, NOW, 0.85, 13));
		assertThat(this.planAirings.episodes(NOW, List.of(drop)))
			.extracting(PlannedEpisode::number, PlannedEpisode::fireAt)
			.containsExactly(tuple(12, NOW.plusSeconds(1440 + 600)));
	}

	@Test
	void looksAgainForWhatNobodyListsYet() {
		AnimeId anime = anAiringAnime("MYANIMELIST#1", 8, NOW).id();
		Look soon = new Look(anime, 6, NOW.minusSeconds(90_000), 4, NOW.plusSeconds(3600));
		Look overdue = new Look(anime, 7, NOW.minusSeconds(9_000), 1, NOW.minusSeconds(60));
		Look later = new Look(anime, 5, NOW.minusSeconds(90_000), 4, NOW.plusSeconds(86_400));
		List<PlannedEpisode> again = this.planAirings.again(NOW, List.of(soon, overdue, later));
		assertThat(again).extracting(PlannedEpisode::number, PlannedEpisode::airAt, PlannedEpisode::fireAt)
			.containsExactly(tuple(6, soon.airedAt(), soon.next()), tuple(7, overdue.airedAt(), NOW.plusSeconds(5)));
		Plan plan = this.planAirings.plan(NOW, List.of(), again, Map.of(again.getFirst().name(), soon.airedAt()),
				List.of());
		assertThat(plan.create()).hasSize(2);
	}

	@Test
	void namesTheScheduleOfAnEpisodeAlwaysTheSame() {
		PlannedEpisode episode = episode(8, NOW);
		assertThat(episode.name()).matches("ep-[0-9a-f]{32}-8").isEqualTo(episode(8, NOW.plusSeconds(1)).name());
	}

	@Test
	void createsMovesKeepsAndRemoves() {
		PlannedEpisode fresh = episode(1, NOW.plusSeconds(600));
		PlannedEpisode moved = episode(2, NOW.plusSeconds(600));
		PlannedEpisode right = episode(3, NOW.plusSeconds(600));
		PlannedEpisode otherTime = episode(4, NOW.plusSeconds(600));
		Appointment vanished = new Appointment("ep-vanished-4", NOW.plusSeconds(60), List.of());
		Appointment stale = new Appointment(otherTime.name(), otherTime.fireAt(),
				List.of(episode(4, NOW.plusSeconds(590)).aired()));
		Plan plan = plan(NOW, List.of(fresh, moved, right, otherTime),
				List.of(new Appointment(moved.name(), moved.fireAt().minusSeconds(1), List.of(moved.aired())),
						appointment(right), stale, vanished));
		assertThat(plan).isEqualTo(new Plan(plan.episodes(), List.of(appointment(fresh)),
				List.of(appointment(moved), appointment(otherTime)), List.of(appointment(right)), List.of(vanished)));
	}

	@Test
	void leavesTheAppointmentOfAnEpisodeThatHasBegun() {
		Appointment begun = appointment(episode(8, NOW.minusSeconds(600)));
		Appointment ahead = appointment(episode(8, NOW.plusSeconds(1)));
		Appointment longAgo = appointment(episode(8, NOW.minus(Duration.ofHours(24))));
		Instant dayAfter = NOW.plusSeconds(1);
		PlannedEpisode ninth = episode(9, NOW.plusSeconds(3600));
		assertThat(plan(NOW, List.of(ninth), List.of(begun)).remove()).isEmpty();
		assertThat(plan(NOW, List.of(ninth), List.of(ahead)).remove()).containsExactly(ahead);
		assertThat(plan(dayAfter, List.of(), List.of(longAgo)).remove()).containsExactly(longAgo);
	}

	@Test
	void removesTheAppointmentOfABegunEpisodeThatHasAnother() {
		PlannedEpisode begun = episode(8, NOW.minusSeconds(600));
		Appointment shared = new Appointment(Appointment.SHARED_PREFIX + "20261122T1224-1", begun.fireAt(),
				List.of(begun.aired()));
		assertThat(plan(NOW, List.of(begun), List.of(shared)).remove()).containsExactly(shared);
	}

	@Test
	void changesNothingTheSecondTime() {
		List<AnimeEntry> entries = List.of(anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(3600)),
				anAiringAnime("MYANIMELIST#2", 3, NOW.minusSeconds(7200)));
		Plan first = plan(NOW, this.planAirings.episodes(NOW, entries), List.of());
		Instant soon = NOW.plusSeconds(3);
		Plan second = plan(soon, this.planAirings.episodes(soon, entries), first.create());
		assertThat(first.create()).hasSize(2);
		assertThat(second.create()).isEmpty();
		assertThat(second.move()).isEmpty();
		assertThat(second.remove()).isEmpty();
		assertThat(second.keep()).hasSize(2);
	}

	@Test
	void hurriesAScheduleThatLiesFarOffWhenTheAiringIsOver() {
		PlannedEpisode missed = episode(8, NOW.minusSeconds(7200));
		Plan plan = plan(NOW, List.of(missed),
				List.of(new Appointment(missed.name(), NOW.plusSeconds(86_400), List.of(missed.aired()))));
		assertThat(plan.move()).containsExactly(appointment(missed));
	}

	@Test
	void leavesAnEpisodeAloneThatWasPassedOn() {
		PlannedEpisode missed = episode(8, NOW.minusSeconds(7200));
		Plan plan = this.planAirings.plan(NOW, List.of(missed), List.of(), Map.of(missed.name(), missed.airAt()),
				List.of());
		assertThat(plan).isEqualTo(new Plan(List.of(), List.of(), List.of(), List.of(), List.of()));
	}

	@Test
	void plansAnEpisodeAgainThatWasPutOffAfterItWasPassedOn() {
		PlannedEpisode putOff = episode(8, NOW.plusSeconds(7200));
		Plan plan = this.planAirings.plan(NOW, List.of(putOff), List.of(),
				Map.of(putOff.name(), putOff.airAt().minus(Duration.ofDays(7))), List.of());
		assertThat(plan.create()).containsExactly(appointment(putOff));
	}

	private Plan plan(Instant now, List<PlannedEpisode> episodes, List<Appointment> existing) {
		return this.planAirings.plan(now, episodes, List.of(), Map.of(), existing);
	}

	private static Appointment appointment(PlannedEpisode episode) {
		return new Appointment(episode.name(), episode.fireAt(), List.of(episode.aired()));
	}

	private PlannedEpisode episode(int number, Instant airAt) {
		return this.planAirings.episodes(NOW, List.of(anAiringAnime("MYANIMELIST#1", number, airAt))).getFirst();
	}

	private static AnimeEntry airing(NextEpisode next) {
		return anAiringAnime("MYANIMELIST#1", 1, NOW).with((change) -> change.airing = change.airing.withNext(next));
	}

}

package io.mokuroku.episodes.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.mokuroku.episodes.Airings.anAiringAnime;
import static org.assertj.core.api.Assertions.assertThat;

class PlanAiringsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final PlanRules RULES = new PlanRules(Duration.ofHours(24), Duration.ofHours(24),
			Duration.ofMinutes(24), Duration.ofMinutes(10), Duration.ofSeconds(5));

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
	void namesTheScheduleOfAnEpisodeAlwaysTheSame() {
		PlannedEpisode episode = episode(8, NOW);
		assertThat(episode.scheduleName()).matches("ep-[0-9a-f]{32}-8")
			.isEqualTo(episode(8, NOW.plusSeconds(1)).scheduleName());
	}

	@Test
	void createsMovesKeepsAndRemoves() {
		PlannedEpisode fresh = episode(1, NOW.plusSeconds(600));
		PlannedEpisode moved = episode(2, NOW.plusSeconds(600));
		PlannedEpisode right = episode(3, NOW.plusSeconds(600));
		Plan plan = this.planAirings.plan(NOW, List.of(fresh, moved, right), Map.of(),
				List.of(new KnownSchedule(moved.scheduleName(), moved.fireAt().minusSeconds(1)),
						new KnownSchedule(right.scheduleName(), right.fireAt()),
						new KnownSchedule("ep-vanished-4", NOW.plusSeconds(60))));
		assertThat(plan).isEqualTo(new Plan(List.of(fresh), List.of(moved), List.of(right), List.of("ep-vanished-4")));
	}

	@Test
	void changesNothingTheSecondTime() {
		List<AnimeEntry> entries = List.of(anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(3600)),
				anAiringAnime("MYANIMELIST#2", 3, NOW.minusSeconds(7200)));
		Plan first = this.planAirings.plan(NOW, this.planAirings.episodes(NOW, entries), Map.of(), List.of());
		List<KnownSchedule> carriedOut = first.create()
			.stream()
			.map((episode) -> new KnownSchedule(episode.scheduleName(), episode.fireAt()))
			.toList();
		Instant soon = NOW.plusSeconds(3);
		Plan second = this.planAirings.plan(soon, this.planAirings.episodes(soon, entries), Map.of(), carriedOut);
		assertThat(first.create()).hasSize(2);
		assertThat(second.create()).isEmpty();
		assertThat(second.move()).isEmpty();
		assertThat(second.remove()).isEmpty();
		assertThat(second.keep()).hasSize(2);
	}

	@Test
	void hurriesAScheduleThatLiesFarOffWhenTheAiringIsOver() {
		PlannedEpisode missed = episode(8, NOW.minusSeconds(7200));
		Plan plan = this.planAirings.plan(NOW, List.of(missed), Map.of(),
				List.of(new KnownSchedule(missed.scheduleName(), NOW.plusSeconds(86_400))));
		assertThat(plan.move()).containsExactly(missed);
	}

	@Test
	void leavesAnEpisodeAloneThatWasPassedOn() {
		PlannedEpisode missed = episode(8, NOW.minusSeconds(7200));
		Plan plan = this.planAirings.plan(NOW, List.of(missed), Map.of(missed.scheduleName(), missed.airAt()),
				List.of());
		assertThat(plan).isEqualTo(new Plan(List.of(), List.of(), List.of(), List.of()));
	}

	@Test
	void plansAnEpisodeAgainThatWasPutOffAfterItWasPassedOn() {
		PlannedEpisode putOff = episode(8, NOW.plusSeconds(7200));
		Plan plan = this.planAirings.plan(NOW, List.of(putOff),
				Map.of(putOff.scheduleName(), putOff.airAt().minus(Duration.ofDays(7))), List.of());
		assertThat(plan.create()).containsExactly(putOff);
	}

	private PlannedEpisode episode(int number, Instant airAt) {
		return this.planAirings.episodes(NOW, List.of(anAiringAnime("MYANIMELIST#1", number, airAt))).getFirst();
	}

}

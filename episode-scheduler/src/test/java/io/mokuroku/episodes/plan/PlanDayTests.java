package io.mokuroku.episodes.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.Test;

import static io.mokuroku.episodes.Airings.anAiringAnime;
import static io.mokuroku.episodes.Airings.withStatus;
import static org.assertj.core.api.Assertions.assertThat;

class PlanDayTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final List<AnimeEntry> catalogue = new ArrayList<>();

	private final InMemorySchedules schedules = new InMemorySchedules();

	private final PlanDay planDay = new PlanDay(
			(status, from, to) -> this.catalogue.stream().filter((entry) -> entry.airing().status() == status).toList(),
			(episodes) -> Map.of(), this.schedules, new PlanRules(Duration.ofHours(24), Duration.ofHours(24),
					Duration.ofMinutes(24), Duration.ofMinutes(10), Duration.ofSeconds(5)),
			InstantSource.fixed(NOW));

	@Test
	void schedulesOngoingShowsAndPremieres() {
		this.catalogue.add(anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(3600)));
		this.catalogue.add(withStatus(anAiringAnime("MYANIMELIST#2", 1, NOW.plusSeconds(60)), AiringStatus.UPCOMING));
		PlanReport report = this.planDay.run("start", false);
		assertThat(report.count(PlanReport.Fate.CREATED)).isEqualTo(2);
		assertThat(this.schedules.known).hasSize(2);
	}

	@Test
	void changesNothingInADryRun() {
		this.catalogue.add(anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(3600)));
		assertThat(this.planDay.run("request", true).count(PlanReport.Fate.CREATED)).isOne();
		assertThat(this.schedules.known).isEmpty();
	}

	@Test
	void countsWhatFailsAndGoesOn() {
		AnimeEntry refused = anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(3600));
		AnimeEntry fine = anAiringAnime("MYANIMELIST#2", 8, NOW.plusSeconds(7200));
		this.catalogue.addAll(List.of(refused, fine));
		this.schedules.refused = EpisodeNames.scheduleName(refused.id(), 8);
		PlanReport report = this.planDay.run("start", false);
		assertThat(report.failures()).containsExactly(this.schedules.refused + ": The scheduler is overloaded");
		assertThat(report.episodes()).extracting(PlanReport.Item::fate)
			.containsExactly(PlanReport.Fate.FAILED, PlanReport.Fate.CREATED);
	}

	private static final class InMemorySchedules implements Schedules {

		private final Map<String, Instant> known = new TreeMap<>();

		private String refused = "";

		@Override
		public List<KnownSchedule> all() {
			return this.known.entrySet()
				.stream()
				.map((entry) -> new KnownSchedule(entry.getKey(), entry.getValue()))
				.toList();
		}

		@Override
		public void put(PlannedEpisode episode) {
			if (episode.scheduleName().equals(this.refused)) {
				throw new RetryableFailure("The scheduler is overloaded", null);
			}
			this.known.put(episode.scheduleName(), episode.fireAt());
		}

		@Override
		public void remove(String name) {
			this.known.remove(name);
		}

	}

}

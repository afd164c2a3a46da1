package io.mokuroku.episodes.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.EpisodeNumber;
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
			new NothingHandled(), this.schedules, new PlanRules(Duration.ofHours(24), Duration.ofHours(24),
					Duration.ofMinutes(24), Duration.ofMinutes(10), Duration.ofSeconds(5), 1_000, 500),
			InstantSource.fixed(NOW));

	@Test
	void schedulesOngoingShowsAndPremieres() {
		this.catalogue.add(anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(3600)));
		this.catalogue.add(withStatus(anAiringAnime("MYANIMELIST#2", 1, NOW.plusSeconds(60)), AiringStatus.UPCOMING));
		PlanReport report = this.planDay.run("start", false);
		assertThat(report.counts().created()).isEqualTo(2);
		assertThat(this.schedules.known).hasSize(2);
	}

	@Test
	void changesNothingInADryRun() {
		this.catalogue.add(anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(3600)));
		assertThat(this.planDay.run("request", true).counts().created()).isOne();
		assertThat(this.schedules.known).isEmpty();
	}

	@Test
	void countsWhatFailsAndGoesOn() {
		AnimeEntry refused = anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(7200));
		AnimeEntry fine = anAiringAnime("MYANIMELIST#2", 8, NOW.plusSeconds(3600));
		this.catalogue.addAll(List.of(refused, fine));
		String name = PlannedEpisode.nameOf(refused.id(), EpisodeNumber.regular(8));
		this.schedules.refused.add(name);
		PlanReport report = this.planDay.run("start", false);
		assertThat(report.failures()).containsExactly(name + ": The scheduler is overloaded");
		assertThat(report.episodes()).extracting(PlanReport.Item::fate)
			.containsExactly(PlanReport.Fate.FAILED, PlanReport.Fate.CREATED);
		assertThat(report.counts().planned()).isEqualTo(2);
		assertThat(report.counts().scheduled()).isOne();
	}

	@Test
	void mendsInTheNextPlanWhatFailedInTheLast() {
		AnimeEntry entry = anAiringAnime("MYANIMELIST#1", 8, NOW.plusSeconds(7200));
		this.catalogue.add(entry);
		this.schedules.refused.add(PlannedEpisode.nameOf(entry.id(), EpisodeNumber.regular(8)));
		this.planDay.run("start", false);
		this.schedules.refused.clear();
		assertThat(this.planDay.run("interval", false).counts().created()).isOne();
		assertThat(this.planDay.run("interval", false).counts().kept()).isOne();
	}

	private static final class NothingHandled implements HandledEpisodes {

		@Override
		public Map<String, Instant> among(Collection<PlannedEpisode> episodes) {
			return Map.of();
		}

		@Override
		public List<Look> unconfirmed() {
			return List.of();
		}

	}

	private static final class InMemorySchedules implements Schedules {

		private final Map<String, Appointment> known = new TreeMap<>();

		private final Set<String> refused = new HashSet<>();

		@Override
		public List<Appointment> all() {
			return List.copyOf(this.known.values());
		}

		@Override
		public Map<String, String> put(Collection<Appointment> appointments) {
			Map<String, String> failures = new HashMap<>();
			for (Appointment appointment : appointments) {
				if (this.refused.contains(appointment.name())) {
					failures.put(appointment.name(), "The scheduler is overloaded");
				}
				else {
					this.known.put(appointment.name(), appointment);
				}
			}
			return failures;
		}

		@Override
		public Map<String, String> remove(Collection<String> names) {
			names.forEach(this.known::remove);
			return Map.of();
		}

	}

}

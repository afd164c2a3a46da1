package io.mokuroku.episodes.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.EpisodeAired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SharedAppointmentsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void putsEpisodesOfAMinuteIntoOneAppointment() {
		Plan plan = plan(rules(0, 500), List.of(episode(1, 60), episode(2, 119), episode(3, 120), episode(4, 121)),
				List.of());
		assertThat(plan.create()).extracting(Appointment::name)
			.containsExactly("ep-at-20261122T1201-1", "ep-at-20261122T1202-1", "ep-at-20261122T1203-1");
		assertThat(plan.create()).extracting((appointment) -> appointment.episodes().size()).containsExactly(1, 2, 1);
		assertThat(plan.create()).allSatisfy((appointment) -> assertThat(appointment.name()).hasSizeLessThan(65));
	}

	@Test
	void firesNoEpisodeEarly() {
		Plan plan = plan(rules(0, 500), List.of(episode(1, 61)), List.of());
		assertThat(plan.create().getFirst().fireAt()).isEqualTo(NOW.plusSeconds(120));
	}

	@Test
	void splitsAMinuteThatIsTooFull() {
		List<PlannedEpisode> many = new ArrayList<>();
		for (int i = 1; i <= 7; i++) {
			many.add(episode(i, 60));
		}
		assertThat(plan(rules(0, 3), many, List.of()).create())
			.extracting((appointment) -> appointment.episodes().size())
			.containsExactly(3, 3, 1);
	}

	@Test
	void sharesAboveTheThresholdOnlyAndStaysThereForAWhile() {
		List<PlannedEpisode> ten = new ArrayList<>();
		for (int i = 1; i <= 10; i++) {
			ten.add(episode(i, 60));
		}
		PlanRules rules = rules(9, 500);
		Plan shared = plan(rules, ten, List.of());
		assertThat(shared.create()).hasSize(1);
		assertThat(plan(rules, ten.subList(0, 9), List.of()).create()).hasSize(9);
		assertThat(plan(rules, ten.subList(0, 9), shared.create()).create()).isEmpty();
		assertThat(plan(rules, ten.subList(0, 7), shared.create()).create()).hasSize(7);
	}

	/**
	 * Whatever fails while plans change from one kind to the other: no episode is ever
	 * without an appointment again, and once nothing fails there is one for each.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void losesNoEpisodeWhenPlansChangeTheirKind(long seed) {
		Random random = new Random(seed);
		List<PlannedEpisode> episodes = new ArrayList<>();
		for (int i = 1; i <= 60; i++) {
			episodes.add(episode(i, 3600 + 60 * random.nextInt(10)));
		}
		Map<String, Appointment> kept = new TreeMap<>();
		carryOut(plan(rules(1_000, 7), episodes, List.of()), kept, Set.of());
		for (int round = 0; round < 10; round++) {
			boolean share = random.nextBoolean();
			Plan plan = plan(rules(share ? 0 : 1_000, 7), episodes, kept.values());
			Set<String> failing = new HashSet<>();
			plan.create().stream().map(Appointment::name).filter((_) -> random.nextInt(3) == 0).forEach(failing::add);
			carryOut(plan, kept, failing);
			assertThat(covered(kept)).isEqualTo(all(episodes));
		}
		carryOut(plan(rules(0, 7), episodes, kept.values()), kept, Set.of());
		assertThat(kept.values().stream().mapToInt((appointment) -> appointment.episodes().size()).sum()).isEqualTo(60);
	}

	private static void carryOut(Plan plan, Map<String, Appointment> kept, Set<String> failing) {
		List.of(plan.create(), plan.move())
			.forEach((those) -> those.stream()
				.filter((appointment) -> !failing.contains(appointment.name()))
				.forEach((appointment) -> kept.put(appointment.name(), appointment)));
		plan.removable(failing).forEach(kept::remove);
	}

	private static Set<EpisodeAired> covered(Map<String, Appointment> kept) {
		Set<EpisodeAired> covered = new HashSet<>();
		kept.values().forEach((appointment) -> covered.addAll(appointment.episodes()));
		return covered;
	}

	private static Set<EpisodeAired> all(List<PlannedEpisode> episodes) {
		Set<EpisodeAired> all = new HashSet<>();
		episodes.forEach((episode) -> all.add(episode.aired()));
		return all;
	}

	private static Plan plan(PlanRules rules, List<PlannedEpisode> episodes, Collection<Appointment> there) {
		return new PlanAirings(rules).plan(NOW, episodes, List.of(), Map.of(), List.copyOf(there));
	}

	private static PlanRules rules(int shareAbove, int most) {
		return new PlanRules(Duration.ofHours(24), Duration.ofHours(25), Duration.ofMinutes(24), Duration.ofMinutes(10),
				Duration.ofSeconds(5), shareAbove, most);
	}

	private static PlannedEpisode episode(int anime, long seconds) {
		return new PlannedEpisode(AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#" + anime)), 8, NOW,
				NOW.plusSeconds(seconds), 0.85);
	}

}

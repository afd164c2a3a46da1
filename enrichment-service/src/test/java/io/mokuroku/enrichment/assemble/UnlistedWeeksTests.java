package io.mokuroku.enrichment.assemble;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.correction.CastCorrections;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.CrewCorrections;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.catalogue.store.SaveOutcome;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.enrichment.workflow.WorkAreas;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A work of twelve episodes on its way through the weeks after its fourth, the last that
 * was listed with a title.
 */
final class UnlistedWeeksTests {

	private static final SourceLink MAL = SourceLink.ofKey("MYANIMELIST#990041");

	private static final SourceLink KITSU = SourceLink.ofKey("KITSU#990042");

	private static final List<SourceLink> BOTH = List.of(MAL, KITSU);

	private static final Duration OVER = Duration.ofMinutes(34);

	private Instant now = at(5);

	private final InstantSource clock = () -> this.now;

	private final Stores stores = Stores.on(LocalEngines.start(), this.clock);

	private final TaskRun run = new TaskRun("execution-1", Works.aDraft().id());

	private final WorkArea area;

	private final AssembleEpisode assemble;

	UnlistedWeeksTests(@TempDir Path folder) {
		this.area = WorkAreas.in(folder);
		this.assemble = new AssembleEpisode(this.stores.anime(), this.stores.parts(), this.area, Traces.none(),
				this.clock);
	}

	@BeforeEach
	void aWorkThatExpectsItsFifthEpisode() {
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(Works.anActiveEntry().with((change) -> change.airing = expecting(0.5))));
		this.stores.parts()
			.putEpisodes(IntStream.rangeClosed(1, 4)
				.mapToObj((number) -> Works.anEpisode(this.run.animeId(), number, "Rain",
						at(number).toString().substring(0, 10), Episode.State.COMPLETE))
				.toList());
	}

	@Test
	void expectsNothingMoreAfterTheFourthEpisodeThatNobodyLists() {
		for (int number = 5; number <= 7; number++) {
			airs(number, null);
			assertThat(next()).isEqualTo(new NextEpisode(number + 1, at(number + 1), NextAiring.COMPUTED));
		}
		AnimeEntry before = entry();
		airs(8, null);
		assertThat(entry().airing()).as("what has passed tells since when").isEqualTo(before.airing());
		assertThat(entry().provenance().get("airing.next")).isEqualTo(before.provenance().get("airing.next"));
		assertThat(state(8)).contains(Episode.State.AIRED_UNCONFIRMED);
		assertThat(state(9)).isEmpty();
	}

	@Test
	void leavesTheAiringThatHasPassedForAnEpisodeThatCameLate() {
		IntStream.rangeClosed(5, 8).forEach((number) -> airs(number, null));
		looksAgain(7, Duration.ofDays(9), "Fog");
		assertThat(next().number()).isEqualTo(8);
		assertThat(state(8)).contains(Episode.State.AIRED_UNCONFIRMED);
	}

	@Test
	void goesOnWhenTheLastIsListedLate() {
		IntStream.rangeClosed(5, 8).forEach((number) -> airs(number, null));
		looksAgain(8, Duration.ofDays(2), null);
		assertThat(next().number()).isEqualTo(8);
		looksAgain(8, Duration.ofDays(3), "Dawn");
		assertThat(next()).isEqualTo(new NextEpisode(9, at(9), NextAiring.COMPUTED));
	}

	@Test
	void goesOnWhileASourceListsEpisodesWithoutTitles() {
		IntStream.rangeClosed(5, 11).forEach((number) -> airs(number, "Episode " + number));
		assertThat(next().number()).isEqualTo(12);
		assertThat(this.stores.parts().listsEpisode(this.run.animeId(), EpisodeNumber.regular(11))).isFalse();
	}

	@Test
	void goesOnWhileOneOfFourIsListed() {
		airs(5, "Episode 5");
		IntStream.rangeClosed(6, 8).forEach((number) -> airs(number, null));
		assertThat(next().number()).isEqualTo(9);
		airs(9, null);
		assertThat(next().number()).isEqualTo(9);
	}

	@Test
	void goesOnWhileACalendarAnnounces() {
		IntStream.rangeClosed(5, 7).forEach((number) -> airs(number, null));
		AnimeEntry before = entry();
		save(before.with((change) -> {
			change.airing = change.airing.withNext(new NextEpisode(8, at(8), 0.85));
			change.revision = before.revision().next(this.now, null);
		}), before);
		airs(8, null);
		assertThat(next().number()).isEqualTo(9);
	}

	@Test
	void goesOnWherePeopleMovedTheNumbersSoThatNobodyCanBeAsked() {
		EpisodeCorrections twelveLess = new EpisodeCorrections(Map.of("regular:17", "regular:5", "regular:18",
				"regular:6", "regular:19", "regular:7", "regular:20", "regular:8"), Map.of());
		this.stores.parts()
			.putCorrections(this.run.animeId(),
					new Corrections(twelveLess, CastCorrections.NONE, CrewCorrections.NONE, "execution-0", this.now));
		IntStream.rangeClosed(5, 8).forEach((number) -> airs(number, null));
		assertThat(next().number()).isEqualTo(9);
	}

	@Test
	void goesOnWhileNobodyCouldBeAsked() {
		IntStream.rangeClosed(5, 8).forEach((number) -> looksInVain(number, OVER, List.of(), BOTH));
		assertThat(next()).isEqualTo(new NextEpisode(9, at(9), NextAiring.COMPUTED));
		assertThat(state(8)).contains(Episode.State.AIRED_UNCONFIRMED);
	}

	@Test
	void expectsNothingMoreAfterFourThatSourcesWereAskedFor() {
		IntStream.rangeClosed(5, 6).forEach((number) -> looksInVain(number, OVER, List.of(), BOTH));
		IntStream.rangeClosed(7, 9).forEach((number) -> airs(number, null));
		assertThat(next().number()).isEqualTo(10);
		airs(10, null);
		assertThat(next()).isEqualTo(new NextEpisode(10, at(10), NextAiring.COMPUTED));
	}

	@Test
	void takesOneSourceThatAnswersForAnAnswer() {
		IntStream.rangeClosed(5, 8).forEach((number) -> looksInVain(number, OVER, List.of(MAL), List.of(KITSU)));
		assertThat(next().number()).isEqualTo(8);
	}

	@Test
	void countsWhatOneOfManyLooksFoundUnlisted() {
		looksInVain(5, OVER, List.of(), BOTH);
		looksAgain(5, Duration.ofHours(3), null);
		looksInVain(5, Duration.ofHours(5), List.of(), BOTH);
		IntStream.rangeClosed(6, 8).forEach((number) -> airs(number, null));
		assertThat(next().number()).isEqualTo(8);
	}

	private void airs(int number, @Nullable String title) {
		looksAgain(number, OVER, title);
	}

	/** What an execution does for one episode, some time after it began. */
	private void looksAgain(int number, Duration after, @Nullable String title) {
		if (title == null) {
			looksInVain(number, after, BOTH, List.of());
		}
		else {
			looks(number, after,
					List.of(this.area.write("execution-1", "episode/KITSU.json", Facts.anEpisode(number, title, null))),
					List.of(MAL), List.of());
		}
	}

	/** The same where nobody tells of it. */
	private void looksInVain(int number, Duration after, List<SourceLink> silent, List<SourceLink> failed) {
		looks(number, after, List.of(), silent, failed);
	}

	private void looks(int number, Duration after, List<String> fetched, List<SourceLink> silent,
			List<SourceLink> failed) {
		this.now = at(number).plus(after);
		this.assemble.work(this.run, new AssembleEpisode.Input(EpisodeNumber.regular(number), fetched, silent, failed));
		this.stores.parts().putEpisodes(this.area.read("execution-1", Parts.REFERENCE, Parts.class).episodes());
		save(this.stores.parts().findProposal(this.run.animeId()).orElseThrow(), entry());
	}

	private void save(AnimeEntry after, AnimeEntry before) {
		assertThat(this.stores.anime().save(after, before, null)).isEqualTo(SaveOutcome.SAVED);
	}

	private Optional<Episode.State> state(int number) {
		return this.stores.parts().findEpisode(this.run.animeId(), EpisodeNumber.regular(number)).map(Episode::state);
	}

	private AnimeEntry entry() {
		return this.stores.anime().find(this.run.animeId()).orElseThrow();
	}

	private NextEpisode next() {
		return Objects.requireNonNull(entry().airing().next());
	}

	private static Airing expecting(double confidence) {
		return Works.aRunning().withNext(new NextEpisode(5, at(5), confidence));
	}

	/** Sundays at half past eleven in the evening, the first on October 4. */
	private static Instant at(int number) {
		return Instant.parse("2026-10-04T14:30:00Z").plus(Duration.ofDays(7L * (number - 1)));
	}

}

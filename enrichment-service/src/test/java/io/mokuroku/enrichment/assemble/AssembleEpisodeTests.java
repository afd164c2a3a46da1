package io.mokuroku.enrichment.assemble;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Episode.State;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.correction.CastCorrections;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.CrewCorrections;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.catalogue.correction.EpisodeFix;
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
import static org.assertj.core.api.Assertions.tuple;

final class AssembleEpisodeTests {

	private static final Instant AIRED = Instant.parse("2026-11-22T14:30:00Z");

	private static final Instant NOW = AIRED.plusSeconds(2040);

	private static final NextEpisode EIGHTH = new NextEpisode(8, AIRED, 0.85);

	private static final NextEpisode NINTH = new NextEpisode(9, AIRED.plus(Duration.ofDays(7)), NextAiring.COMPUTED);

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.fixed(NOW));

	private final TaskRun run = new TaskRun("execution-1", Works.aDraft().id());

	private final WorkArea area;

	private final AssembleEpisode assemble;

	AssembleEpisodeTests(@TempDir Path folder) {
		this.area = WorkAreas.in(folder);
		this.assemble = new AssembleEpisode(this.stores.anime(), this.stores.parts(), this.area, Traces.none(),
				InstantSource.fixed(NOW));
	}

	@BeforeEach
	void emptyStore() {
		LocalEngines.start().reset();
	}

	@Test
	void proposesTheEpisodeAndTheAiringAfterIt() {
		this.stores.anime().add(List.of(expecting(EIGHTH, AiringStatus.ONGOING)));
		assertThat(assemble(EpisodeNumber.regular(8), "Rain"))
			.isEqualTo(new AssembleOutput(Verdict.AUTO, List.of(), 1));
		assertThat(proposal().airing().next()).isEqualTo(NINTH);
		assertThat(proposal().revision().version()).isEqualTo(2);
		assertThat(proposal().provenance().get("airing.next"))
			.isEqualTo(new Provenance("derived", NOW, "WEEKLY_SLOT", NextAiring.COMPUTED));
		assertThat(episodes()).containsExactly(
				Works.at(Works.anEpisode(this.run.animeId(), 8, "Rain", "2026-11-22", State.COMPLETE),
						"2026-11-22T14:30:00Z"),
				Works.at(Works.anEpisode(this.run.animeId(), 9, null, "2026-11-29", State.SCHEDULED),
						"2026-11-29T14:30:00Z"));
		assertThat(proposal().details().episodesAired()).isEqualTo(1);
		assertThat(proposal().provenance()).containsKeys("episodesAired", "episodes.airedAt");
	}

	@Test
	void goesOnAfterTheLastOfSeveralEpisodesInARow() {
		this.stores.anime().add(List.of(expecting(new NextEpisode(8, AIRED, 0.85, 9), AiringStatus.ONGOING)));
		assemble(EpisodeNumber.regular(8), "Rain");
		assertThat(proposal().airing().next())
			.isEqualTo(new NextEpisode(10, AIRED.plus(Duration.ofDays(7)), NextAiring.COMPUTED));
	}

	@Test
	void datesAllOfSeveralEpisodesInARow() {
		this.stores.anime().add(List.of(expecting(new NextEpisode(8, AIRED, 0.85, 9), AiringStatus.ONGOING)));
		assemble(EpisodeNumber.regular(8), "Rain");
		assertThat(episodes()).extracting(Episode::number, Episode::airDate, Episode::state)
			.containsExactly(tuple(EpisodeNumber.regular(8), LocalDate.of(2026, 11, 22), State.COMPLETE),
					tuple(EpisodeNumber.regular(9), LocalDate.of(2026, 11, 22), State.AIRED_UNCONFIRMED),
					tuple(EpisodeNumber.regular(10), LocalDate.of(2026, 11, 29), State.SCHEDULED));
		assertThat(proposal().details().episodesAired()).isEqualTo(2);
	}

	@Test
	void believesThatAnExpectedEpisodeHasAiredThoughNobodyListsIt() {
		this.stores.anime().add(List.of(expecting(EIGHTH, AiringStatus.ONGOING)));
		assemble(EpisodeNumber.regular(8), null);
		assertThat(episodes().getFirst()).isEqualTo(Works.at(
				Works.unlisted(Works.anEpisode(this.run.animeId(), 8, null, "2026-11-22", State.AIRED_UNCONFIRMED)),
				"2026-11-22T14:30:00Z"));
	}

	@Test
	void countsEpisodesThatHaveAiredOnce() {
		this.stores.anime().add(List.of(expecting(EIGHTH, AiringStatus.ONGOING)));
		this.stores.parts()
			.putEpisodes(List.of(Works.anEpisode(this.run.animeId(), 7, "Dawn", "2026-11-15", State.COMPLETE),
					Works.anEpisode(this.run.animeId(), 8, null, "2026-11-22", State.SCHEDULED)));
		assemble(EpisodeNumber.regular(8), "Rain");
		assertThat(proposal().details().episodesAired()).isEqualTo(2);
	}

	@Test
	void startsAWorkWithItsPremiere() {
		this.stores.anime().add(List.of(expecting(new NextEpisode(1, AIRED, 0.5), AiringStatus.UPCOMING)));
		assemble(EpisodeNumber.regular(1), "The First Letter");
		assertThat(proposal().airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(proposal().airing().next()).extracting(NextEpisode::number).isEqualTo(2);
		assertThat(proposal().provenance().get("airing.status"))
			.isEqualTo(new Provenance("derived", NOW, "EPISODE_AIRED", 0.8));
	}

	@Test
	void startsAWorkWithItsPremiereThoughTheWholeEntryWasWorkedOnBefore() {
		AnimeEntry coming = expecting(new NextEpisode(1, AIRED, 0.5), AiringStatus.UPCOMING);
		this.stores.anime().add(List.of(Materials.of(coming).at(NOW).entry()));
		assemble(EpisodeNumber.regular(1), "The First Letter");
		assertThat(proposal().airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(proposal().airing().next()).extracting(NextEpisode::number).isEqualTo(2);
	}

	@Test
	void expectsNothingAfterTheLastEpisode() {
		AnimeEntry before = Works.noting(expecting(new NextEpisode(12, AIRED, 0.5), AiringStatus.ONGOING),
				"airing.next", "derived", "WEEKLY_SLOT");
		this.stores.anime().add(List.of(before));
		assemble(EpisodeNumber.regular(12), "Dawn");
		assertThat(proposal().airing().next()).isNull();
		assertThat(proposal().airing().status()).isEqualTo(AiringStatus.FINISHED);
		assertThat(proposal().provenance().get("airing.status"))
			.isEqualTo(new Provenance("derived", NOW, "ALL_EPISODES_AIRED", 0.8));
		assertThat(proposal().provenance()).doesNotContainKey("airing.next");
		assertThat(episodes()).hasSize(1);
	}

	@Test
	void doesNotFinishAWorkOnAnEpisodeNobodyLists() {
		this.stores.anime().add(List.of(expecting(new NextEpisode(12, AIRED, 0.5), AiringStatus.ONGOING)));
		assemble(EpisodeNumber.regular(12), null);
		assertThat(proposal().airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(proposal().airing().next()).isNull();
	}

	@Test
	void leavesTheNextAiringForWhatCameLateOrBeside() {
		this.stores.anime().add(List.of(expecting(NINTH, AiringStatus.ONGOING)));
		assemble(EpisodeNumber.regular(8), "Rain");
		assertThat(proposal().airing().next()).isEqualTo(NINTH);
		assemble(new EpisodeNumber(EpisodeKind.SPECIAL, BigDecimal.TEN), null);
		assertThat(proposal().airing().next()).isEqualTo(NINTH);
		assemble(new EpisodeNumber(EpisodeKind.REGULAR, new BigDecimal("9.5")), null);
		assertThat(proposal().airing().next()).isEqualTo(NINTH);
	}

	@Test
	void keepsWhatTheCatalogueKnowsOfTheEpisode() {
		this.stores.anime().add(List.of(expecting(EIGHTH, AiringStatus.ONGOING)));
		Episode known = new Episode(this.run.animeId(), EpisodeNumber.regular(8), "Working title", "雨", null,
				LocalDate.of(2026, 11, 21), null, null, State.SCHEDULED);
		this.stores.parts().putEpisodes(List.of(known));
		assemble(EpisodeNumber.regular(8), "Rain");
		assertThat(episodes().getFirst()).isEqualTo(new Episode(this.run.animeId(), EpisodeNumber.regular(8), "Rain",
				"雨", null, LocalDate.of(2026, 11, 21), null, null, State.COMPLETE));
	}

	@Test
	void leavesWhatASourceListsOfTheNextEpisodeAlready() {
		this.stores.anime().add(List.of(expecting(EIGHTH, AiringStatus.ONGOING)));
		Episode ahead = Works.anEpisode(this.run.animeId(), 9, "Dawn", null, State.COMPLETE);
		this.stores.parts().putEpisodes(List.of(ahead));
		assemble(EpisodeNumber.regular(8), "Rain");
		assertThat(episodes().getLast())
			.isEqualTo(Works.at(ahead.with(LocalDate.of(2026, 11, 29), State.SCHEDULED), "2026-11-29T14:30:00Z"));
	}

	@Test
	void followsFromTheDayThatAPersonWrote() {
		this.stores.anime().add(List.of(expecting(EIGHTH, AiringStatus.ONGOING)));
		EpisodeFix sundayAfter = new EpisodeFix(null, null, LocalDate.of(2026, 11, 29));
		correct(new EpisodeCorrections(Map.of(), Map.of("regular:8", sundayAfter)));
		assemble(EpisodeNumber.regular(8), "Rain");
		assertThat(episodes().getFirst()).isEqualTo(Works
			.at(Works.anEpisode(this.run.animeId(), 8, "Rain", "2026-11-29", State.SCHEDULED), "2026-11-29T14:30:00Z"));
		assertThat(proposal().details().episodesAired()).as("it has not aired by that day").isZero();
	}

	@Test
	void expectsNoEpisodeThatAPersonTookFromTheList() {
		this.stores.anime().add(List.of(expecting(EIGHTH, AiringStatus.ONGOING)));
		correct(new EpisodeCorrections(Map.of("regular:9", "", "regular:10", ""), Map.of()));
		assemble(EpisodeNumber.regular(8), "Rain");
		assertThat(proposal().airing().next()).isNull();
		assertThat(episodes()).extracting(Episode::number).containsExactly(EpisodeNumber.regular(8));
	}

	private void correct(EpisodeCorrections corrections) {
		this.stores.parts()
			.putCorrections(this.run.animeId(),
					new Corrections(corrections, CastCorrections.NONE, CrewCorrections.NONE, "execution-0", NOW));
	}

	private AssembleOutput assemble(EpisodeNumber number, @Nullable String title) {
		List<String> fetched = (title == null) ? List.of() : List.of(this.area.write("execution-1",
				"episode/MYANIMELIST.json", Facts.anEpisode(number.value().intValue(), title, null)));
		return this.assemble.work(this.run, new AssembleEpisode.Input(number, fetched, List.of(), List.of()));
	}

	private AnimeEntry proposal() {
		return this.stores.parts().findProposal(this.run.animeId()).orElseThrow();
	}

	private List<Episode> episodes() {
		return this.area.read("execution-1", Parts.REFERENCE, Parts.class).episodes();
	}

	private static AnimeEntry expecting(NextEpisode next, AiringStatus status) {
		return Works.anActiveEntry()
			.with((change) -> change.airing = new Airing(status, null, 2026, null, null, Works.SUNDAY_EVENING, next));
	}

}

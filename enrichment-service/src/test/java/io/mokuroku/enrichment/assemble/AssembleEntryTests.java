package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Episode.State;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.assemble.AssembleEntry.Copy;
import io.mokuroku.enrichment.assemble.AssembleEntry.Found;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.stage.CollectStage;
import io.mokuroku.enrichment.stage.StageInput;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.enrichment.workflow.WorkAreas;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.TitleFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.mokuroku.enrichment.Facts.said;
import static io.mokuroku.enrichment.Works.noting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class AssembleEntryTests {

	private static final InstantSource CLOCK = InstantSource.fixed(Materials.NOW);

	private static final URI COVER = URI.create("https://cdn.example.org/1l.jpg");

	private static final AnimeFacts CLEAR = said("MYANIMELIST#990041", AssembleEntryTests::clear);

	private final Stores stores = Stores.on(LocalEngines.start(), CLOCK);

	private final TaskRun run = new TaskRun("execution-1", Works.aDraft().id());

	private final WorkArea area;

	private final AssembleEntry assemble;

	AssembleEntryTests(@TempDir Path folder) {
		this.area = WorkAreas.in(folder);
		this.assemble = new AssembleEntry(this.stores.anime(), this.stores.parts(),
				Stores.means(LocalEngines.start().dynamo()), this.area, Traces.none(), CLOCK, Materials.FAULTS_ONLY);
	}

	@BeforeEach
	void emptyStore() {
		LocalEngines.start().reset();
	}

	@Test
	void proposesWhatNobodyMustSee() {
		this.stores.anime().add(List.of(Works.aDraft()));
		AssembleOutput output = this.assemble.work(this.run, input(allStages(CLEAR), List.of()));
		assertThat(output).isEqualTo(new AssembleOutput(Verdict.AUTO, List.of(), 1));
		AnimeEntry proposal = proposal();
		assertThat(proposal.lifecycle()).isEqualTo(Lifecycle.ACTIVE);
		assertThat(proposal.review()).isEqualTo(ReviewState.AUTO_APPROVED);
		assertThat(proposal.revision()).isEqualTo(Works.aDraft().revision().next(Materials.NOW, null));
		assertThat(proposal.artwork().storedKey()).isEqualTo("images/1.jpg");
	}

	@Test
	void asksAPersonWhereProvidersDisagree() {
		this.stores.anime().add(List.of(Works.aDraft()));
		AnimeFacts other = said("KITSU#990042", (its) -> its.type = AnimeType.MOVIE);
		AssembleOutput output = this.assemble.work(this.run, input(allStages(CLEAR, other), List.of()));
		assertThat(output.verdict()).isEqualTo(Verdict.REVIEW);
		assertThat(output.reasons()).containsExactly(ReviewReason.CORE_CONFLICT);
		assertThat(proposal().review()).isEqualTo(ReviewState.PENDING);
	}

	@Test
	void leavesAnApprovalAsLongAsNothingNewIsToBeAsked() {
		AnimeEntry approved = Works.anActiveEntry().with((change) -> change.review = ReviewState.APPROVED);
		this.stores.anime().add(List.of(approved));
		this.assemble.work(this.run, input(allStages(CLEAR), List.of()));
		assertThat(proposal().review()).isEqualTo(ReviewState.APPROVED);
	}

	@Test
	void asksTheSameQuestionOnce() {
		this.stores.anime().add(List.of(Works.aDraft()));
		AnimeFacts other = said("KITSU#990042", (its) -> its.type = AnimeType.MOVIE);
		this.assemble.work(this.run, input(allStages(CLEAR, other), List.of()));
		AnimeEntry approved = proposal().with((change) -> {
			change.review = ReviewState.APPROVED;
			change.details = change.details.withQuestions(change.details.questions().answered());
		});
		this.stores.anime().save(approved, Works.aDraft(), null);
		assertThat(this.assemble.work(this.run, input(allStages(CLEAR, other), List.of())).verdict())
			.isEqualTo(Verdict.AUTO);
		assertThat(proposal().review()).isEqualTo(ReviewState.APPROVED);
		AnimeFacts changed = said("KITSU#990042", (its) -> its.type = AnimeType.MUSIC);
		assertThat(this.assemble.work(this.run, input(allStages(CLEAR, changed), List.of())).reasons())
			.containsExactly(ReviewReason.CORE_CONFLICT);
	}

	@Test
	void saysHowEachStageWent() {
		this.stores.anime().add(List.of(Works.aDraft()));
		AnimeFacts schedule = said("ANIMESCHEDULE#hoshi", (its) -> its.type = AnimeType.TV);
		List<Found> stages = allStages(schedule).stream().filter((found) -> found.stage() != Stage.STAFF).toList();
		this.assemble.work(this.run, input(stages, List.of()));
		assertThat(status(Stage.METADATA)).isEqualTo(StageResult.Status.OK);
		assertThat(status(Stage.CHARACTERS)).isEqualTo(StageResult.Status.SKIPPED_NO_SOURCE);
		assertThat(status(Stage.STAFF)).isEqualTo(StageResult.Status.FAILED);
		this.assemble.work(this.run, input(allStages(CLEAR), List.of(SourceLink.ofKey("KITSU#990042"))));
		assertThat(status(Stage.CHARACTERS)).isEqualTo(StageResult.Status.DEGRADED);
	}

	@Test
	void keepsAWholeCastWhereASourceIsSilent() {
		this.stores.anime().add(List.of(Works.aDraft()));
		List<Found> stages = new ArrayList<>(allStages(CLEAR));
		AnimeCharacter found = new AnimeCharacter(this.run.animeId(), this.run.animeId().character("x"), "Riku", null,
				List.of(), null, AnimeCharacter.Profile.NONE, List.of(), Map.of(), List.of(), List.of());
		stages.removeIf((stage) -> stage.stage() == Stage.CHARACTERS);
		stages.add(new Found(Stage.CHARACTERS,
				this.area.write("execution-1", "c.json", new Cast(List.of(found), 0, List.of()))));
		SourceLink silent = SourceLink.ofKey("KITSU#990042");
		this.assemble.work(this.run, input(stages, List.of(silent)));
		assertThat(parts().characters()).as("half a cast is better than none").containsExactly(found);
		this.stores.parts()
			.replaceCharacters(this.run.animeId(),
					List.of(new AnimeCharacter(this.run.animeId(), this.run.animeId().character("y"), "Goro", null,
							List.of(), null, AnimeCharacter.Profile.NONE, List.of(), Map.of(), List.of(), List.of())));
		this.assemble.work(this.run, input(stages, List.of(silent)));
		assertThat(parts().characters()).isNull();
		this.assemble.work(this.run, input(stages, List.of()));
		assertThat(parts().characters()).containsExactly(found);
	}

	private Parts parts() {
		return this.area.read("execution-1", Parts.REFERENCE, Parts.class);
	}

	private StageResult.@Nullable Status status(Stage stage) {
		StageResult result = proposal().details().stages().get(stage);
		return (result != null) ? result.status() : null;
	}

	@Test
	void losesNothingOfAnEntryWhenAStageFails() {
		AnimeEntry draft = Works.aDraft();
		AnimeEntry known = noting(Works.anActiveEntry().with((change) -> change.synopsis = "Known words."), "synopsis",
				"myanimelist", "PRIORITY");
		publish(draft, known);
		List<Found> media = allStages(CLEAR).stream().filter((found) -> found.stage() == Stage.MEDIA).toList();
		this.assemble.work(this.run, input(media, List.of()));
		assertThat(proposal().synopsis()).isEqualTo("Known words.");
	}

	@Test
	void keepsTheWordsOfASourceThatCouldNotBeAsked() {
		AnimeEntry draft = Works.aDraft();
		AnimeEntry known = noting(Works.anActiveEntry().with((change) -> change.synopsis = "Known words."), "synopsis",
				"kitsu", "PRIORITY");
		publish(draft, known);
		AnimeFacts brief = said("MYANIMELIST#990041", (its) -> its.type = AnimeType.TV);
		this.assemble.work(this.run, input(allStages(brief), List.of(SourceLink.ofKey("KITSU#990042"))));
		assertThat(proposal().synopsis()).isEqualTo("Known words.");
		this.assemble.work(this.run, input(allStages(brief), List.of()));
		assertThat(proposal().synopsis()).isNull();
	}

	@Test
	void remembersWhatTheDatasetSaidOfAnEnrichedEntry() {
		AnimeEntry draft = Works.aDraft();
		publish(draft, Works.anActiveEntry().with((change) -> change.durationSeconds = 60));
		this.assemble.work(this.run, input(allStages(CLEAR), List.of()));
		assertThat(proposal().durationSeconds()).isEqualTo(draft.durationSeconds());
	}

	@Test
	void asksWhichOfTwoIsTheSequelOfTheOther() {
		AnimeEntry other = Works.another("MYANIMELIST#990050", RelationType.SEQUEL, Works.aDraft());
		this.stores.anime().add(List.of(Works.aDraft()));
		this.stores.anime().add(List.of(other));
		AnimeFacts calling = related(RelationType.SEQUEL, "MYANIMELIST#990050");
		AssembleOutput output = this.assemble.work(this.run, input(allStages(calling), List.of()));
		assertThat(output.reasons()).containsExactly(ReviewReason.RELATION_CONFLICT);
		assertThat(proposal().details().questions().open()).containsOnlyKeys("RELATION_CONFLICT:SEQUEL-" + other.id());
		AnimeFacts agreeing = related(RelationType.PREQUEL, "MYANIMELIST#990050");
		assertThat(this.assemble.work(this.run, input(allStages(agreeing), List.of())).reasons()).isEmpty();
	}

	@Test
	void learnsWhatFollowsFromAnEntryThatOnlyTheDatasetRelates() {
		AnimeEntry other = Works.another("MYANIMELIST#990050", RelationType.SEQUEL, Works.aDraft());
		AnimeEntry draft = Works.aDraft()
			.with((change) -> change.relations = List
				.of(new Relation(RelationType.UNSPECIFIED, SourceLink.ofKey("MYANIMELIST#990050"))));
		this.stores.anime().add(List.of(draft));
		this.stores.anime().add(List.of(other));
		this.assemble.work(this.run, input(allStages(CLEAR), List.of()));
		assertThat(proposal().relations()).singleElement().satisfies((relation) -> {
			assertThat(relation.type()).isEqualTo(RelationType.PREQUEL);
			assertThat(relation.follows()).isTrue();
		});
		assertThat(proposal().provenance().get("relations")).returns("derived", Provenance::source);
	}

	private static void clear(Facts its) {
		its.titles = TitleFacts.of(null, null, "星の手紙", List.of());
		its.type = AnimeType.TV;
		its.synopsis = "A courier relives the same night.";
		its.picture = COVER;
	}

	private static AnimeFacts related(RelationType type, String target) {
		return said("MYANIMELIST#990041", (its) -> {
			clear(its);
			its.relations = new RelationFacts(
					List.of(new RelationFacts.ToAnime(type, SourceLink.ofKey(target), List.of(), null, null)),
					List.of());
		});
	}

	@Test
	void givesTheNextEpisodeAPlaceInTheList() {
		this.stores.anime().add(List.of(Works.aRunningEntry()));
		Episode seventh = Works.anEpisode(this.run.animeId(), 7, "Rain", "2026-11-15", State.COMPLETE);
		this.stores.parts().putEpisodes(List.of(seventh));
		this.assemble.work(this.run, input(List.of(), List.of()));
		assertThat(parts().episodes()).containsExactly(Works.at(seventh, "2026-11-15T14:30:00Z"), Works
			.at(Works.anEpisode(this.run.animeId(), 8, null, "2026-11-22", State.SCHEDULED), "2026-11-22T14:30:00Z"));
		assertThat(proposal().details().episodesAired()).isEqualTo(1);
	}

	@Test
	void comesToTheSameResultWhenItIsAskedAgain() {
		this.stores.anime().add(List.of(Works.aDraft()));
		AssembleEntry.Input input = input(allStages(CLEAR), List.of());
		AssembleOutput first = this.assemble.work(this.run, input);
		AnimeEntry proposal = proposal();
		assertThat(this.assemble.work(this.run, input)).isEqualTo(first);
		assertThat(proposal()).isEqualTo(proposal);
	}

	@Test
	void refusesAnUnknownEntry() {
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.assemble.work(this.run, input(List.of(), List.of())))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo("unknown_anime"));
	}

	private AnimeEntry proposal() {
		return this.stores.parts().findProposal(this.run.animeId()).orElseThrow();
	}

	private void publish(AnimeEntry draft, AnimeEntry enriched) {
		this.stores.anime().add(List.of(enriched));
		this.stores.parts().putDatasetShadow(draft);
	}

	private static AssembleEntry.Input input(List<Found> stages, List<SourceLink> failed) {
		return new AssembleEntry.Input(stages, failed, List.of(new Copy(COVER, "images/1.jpg")));
	}

	private List<Found> allStages(AnimeFacts... facts) {
		List<String> fetched = Arrays.stream(facts)
			.map((its) -> this.area.write("execution-1", "fetched/" + its.link().provider() + ".json",
					Facts.fetched(its, List.of())))
			.toList();
		return Stream
			.of(CollectStage.metadata(this.area), CollectStage.media(this.area),
					CollectStage.episodes(this.area, this.stores.parts(), CLOCK),
					CollectStage.relations(this.area, this.stores.anime(), this.stores.parts(),
							Stores.links(LocalEngines.start().dynamo())),
					CollectStage.characters(this.area, this.stores.parts()),
					CollectStage.staff(this.area, this.stores.parts()))
			.map((worker) -> worker.work(this.run, new StageInput(fetched)))
			.map((output) -> new Found(output.stage(), output.ref()))
			.toList();
	}

}

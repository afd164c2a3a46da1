package io.mokuroku.enrichment.commit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.CastCorrections;
import io.mokuroku.catalogue.correction.CrewCorrections;
import io.mokuroku.catalogue.correction.PartEdits;
import io.mokuroku.catalogue.correction.PartEdits.CharacterRow;
import io.mokuroku.catalogue.correction.PartEdits.EpisodeRow;
import io.mokuroku.catalogue.correction.PartEdits.EpisodeShift;
import io.mokuroku.catalogue.correction.PartEdits.StaffRow;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.assemble.Parts;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.people.CharacterMerge;
import io.mokuroku.enrichment.people.Crew;
import io.mokuroku.enrichment.people.Persons;
import io.mokuroku.enrichment.people.StaffMerge;
import io.mokuroku.enrichment.stage.CollectStage;
import io.mokuroku.enrichment.stage.EpisodeList;
import io.mokuroku.enrichment.stage.StageInput;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.enrichment.workflow.WorkAreas;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.StaffFacts;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a person corrects in lists, until a refresh finds the same old things again.
 */
final class CommitCorrectionsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final InstantSource CLOCK = InstantSource.fixed(NOW);

	private static final String LINK = "MYANIMELIST#990141";

	private static final CharacterFacts RIKU = Persons.character(Provider.MYANIMELIST, 71, "Riku Hayama", "葉山陸",
			CharacterRole.MAIN);

	private static final CharacterFacts TWIN = Persons.character(Provider.ANILIST, 5, "Hayama Riku", null,
			CharacterRole.SUPPORTING);

	private static final CharacterFacts GORO = Persons.character(Provider.KITSU, 6, "Goro Sakai", null, null);

	private static final CharacterFacts SAKAI = Persons.character(Provider.MYANIMELIST, 72, "Keeper of the Light", null,
			CharacterRole.SUPPORTING);

	private static final List<CharacterFacts> CAST = List.of(RIKU, TWIN, GORO, SAKAI);

	private static final List<StaffFacts> CREW = List.of(
			Persons.staff(Provider.MYANIMELIST, 1, "Mio Tani", null, "Producer"),
			Persons.staff(Provider.MYANIMELIST, 2, "Jo Smith", null, "Script"));

	private final Stores stores = Stores.on(LocalEngines.start(), CLOCK);

	private final AnimeEntry draft = Entries.aDraft("Hoshi no Tegami", LINK, "KITSU#990142");

	private final AnimeId id = this.draft.id();

	private final WorkArea area;

	private final CommitEntry commit;

	private String twin = "";

	private int decisions;

	CommitCorrectionsTests(@TempDir Path folder) {
		this.area = WorkAreas.in(folder);
		this.commit = new CommitEntry(this.stores.anime(), this.stores.parts(), this.stores.locks(), this.area,
				Traces.none(), CLOCK);
	}

	@BeforeEach
	void whatAReviewerSees() {
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(this.draft));
		this.stores.parts().putProposal(this.draft.with((change) -> {
			change.lifecycle = Lifecycle.ACTIVE;
			change.revision = this.draft.revision().next(NOW.minusSeconds(60), null);
		}));
		Cast cast = CharacterMerge.merge(this.id, CAST, List.of(), CastCorrections.NONE);
		assertThat(cast.characters()).as("Riku and the twin are taken for one").hasSize(3);
		this.twin = character("Riku Hayama", cast.characters()).id().toString();
		Crew crew = StaffMerge.merge(this.id, CREW, List.of(), CrewCorrections.NONE);
		this.area.write("execution-1", Parts.REFERENCE,
				new Parts(refreshed(), cast.characters(), crew.staff(), cast.said()));
	}

	@Test
	void correctsEpisodes() {
		this.stores.parts().putEpisodes(refreshed());
		correct(episodes());
		assertThat(this.stores.parts().episodes(this.id))
			.extracting((each) -> each.number().toString(), Episode::title, Episode::airDate)
			.containsExactly(tuple("regular:1", "The First Letter", "2026-10-04"),
					tuple("regular:3", "Lantern", "2026-10-25"), tuple("regular:4", "Harbour", "2026-11-01"),
					tuple("special:1", "Aside", null));
		assertThat(this.stores.parts().episodes(this.id)).extracting(Episode::state)
			.as("what has a title and a past date is complete")
			.containsOnly(Episode.State.COMPLETE);
	}

	@Test
	void isNotUndoneByTheNextRefresh() {
		correct(episodes());
		List<Episode> corrected = this.stores.parts().episodes(this.id);
		assertThat(refreshed()).isEqualTo(corrected);
		correct(cast());
		List<AnimeCharacter> cast = this.stores.parts().characters(this.id);
		assertThat(
				CharacterMerge.merge(this.id, CAST, cast, this.stores.parts().corrections(this.id).cast()).characters())
			.isEqualTo(cast);
		correct(crew());
		List<StaffMember> crew = this.stores.parts().staff(this.id);
		assertThat(StaffMerge.merge(this.id, CREW, crew, this.stores.parts().corrections(this.id).crew()).staff())
			.isEqualTo(crew);
	}

	@Test
	void correctsTheCorrected() {
		correct(episodes());
		correct(edits(List.of(new EpisodeShift("3", "4", -1, null)),
				List.of(new EpisodeRow("special:1", null, null, null, null, true))));
		assertThat(this.stores.parts().episodes(this.id))
			.extracting((each) -> each.number().toString(), Episode::title, Episode::airDate)
			.containsExactly(tuple("regular:1", "The First Letter", "2026-10-04"),
					tuple("regular:2", "Lantern", "2026-10-25"), tuple("regular:3", "Harbour", "2026-11-01"));
		assertThat(refreshed()).isEqualTo(this.stores.parts().episodes(this.id));
	}

	@Test
	void putsEpisodesInThePlaceOfThoseThatAreRemoved() {
		correct(edits(List.of(new EpisodeShift("4", "5", -3, 7)), List
			.of(new EpisodeRow("1", null, null, null, null, true), new EpisodeRow("2", null, null, null, null, true))));
		assertThat(this.stores.parts().episodes(this.id))
			.extracting((each) -> each.number().toString(), Episode::title, Episode::airDate)
			.containsExactly(tuple("regular:1", "Lantern", "2026-10-25"), tuple("regular:2", "Harbour", "2026-11-01"));
		assertThat(refreshed()).isEqualTo(this.stores.parts().episodes(this.id));
		correct(edits(List.of(), List.of(new EpisodeRow("1", null, "The Lantern", null, null, null))));
		assertThat(refreshed()).extracting(Episode::title).containsExactly("The Lantern", "Harbour");
	}

	@Test
	void splitsJoinsAndNamesCharacters() {
		correct(cast());
		assertThat(this.stores.parts().characters(this.id))
			.extracting(AnimeCharacter::name, AnimeCharacter::role, AnimeCharacter::links)
			.containsExactlyInAnyOrder(Tuple.tuple("Riku", CharacterRole.SUPPORTING, List.of(RIKU.page())),
					Tuple.tuple("Hayama Riku", CharacterRole.SUPPORTING, List.of(TWIN.page())),
					Tuple.tuple("Keeper of the Light", CharacterRole.SUPPORTING, List.of(SAKAI.page(), GORO.page())));
	}

	@Test
	void namesTheCharacterThatAPageIsSplitFromAlsoWhereTheBetterPageGoes() {
		correct(people(new CharacterRow(this.twin, "Riku", null, RIKU.page(), null, null)));
		List<AnimeCharacter> cast = this.stores.parts().characters(this.id);
		assertThat(cast).extracting(AnimeCharacter::name, AnimeCharacter::links)
			.contains(Tuple.tuple("Riku", List.of(TWIN.page())), Tuple.tuple("Riku Hayama", List.of(RIKU.page())));
		assertThat(
				CharacterMerge.merge(this.id, CAST, cast, this.stores.parts().corrections(this.id).cast()).characters())
			.isEqualTo(cast);
	}

	@Test
	void keepsTheNameOfACharacterThatIsJoinedWithABetterPage() {
		correct(people(new CharacterRow(AnimeId.character(GORO.page()).toString(), "Goro", CharacterRole.MAIN, null,
				AnimeId.character(SAKAI.page()).toString(), null)));
		assertThat(this.stores.parts().characters(this.id))
			.extracting(AnimeCharacter::name, AnimeCharacter::role, AnimeCharacter::links)
			.contains(Tuple.tuple("Goro", CharacterRole.MAIN, List.of(SAKAI.page(), GORO.page())));
	}

	@Test
	void correctsWhoMadeIt() {
		correct(crew());
		assertThat(this.stores.parts().staff(this.id))
			.extracting(StaffMember::name, (each) -> each.roles().getFirst().role())
			.containsExactlyInAnyOrder(Tuple.tuple("Mio Tani", "DIRECTOR"), Tuple.tuple("Ume Kato", "MUSIC"));
	}

	@Test
	void changesNothingWhenTheEntryHasToBeWrittenAgain() {
		PartEdits all = new PartEdits(episodes().episodeShifts(), episodes().episodeRows(), cast().characterRows(),
				crew().staffRows());
		commit("execution-1", all);
		List<Object> once = List.of(this.stores.parts().episodes(this.id), this.stores.parts().characters(this.id),
				this.stores.parts().staff(this.id), this.stores.parts().corrections(this.id));
		AnimeEntry lost = this.draft.with((change) -> change.revision = entry().revision().next(NOW, null));
		this.stores.anime().save(lost, entry(), null);
		commit("execution-1", all);
		assertThat(List.of(this.stores.parts().episodes(this.id), this.stores.parts().characters(this.id),
				this.stores.parts().staff(this.id), this.stores.parts().corrections(this.id)))
			.isEqualTo(once);
	}

	@Test
	void refusesWhatMakesNoList() {
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> correct(edits(List.of(new EpisodeShift("1", "5", -2, null)), List.of())))
			.returns("invalid_corrections", PermanentFailure::code);
		assertThat(this.stores.parts().episodes(this.id)).isEmpty();
	}

	private static PartEdits episodes() {
		return edits(List.of(new EpisodeShift("4", "5", -1, 7)),
				List.of(new EpisodeRow("1", null, "The First Letter", null, null, null),
						new EpisodeRow("regular:2", null, null, null, null, true),
						new EpisodeRow("special:1", null, "Aside", null, null, null)));
	}

	private PartEdits cast() {
		return new PartEdits(List.of(), List.of(),
				List.of(new CharacterRow(this.twin, "Riku", CharacterRole.SUPPORTING, TWIN.page(), null, null),
						new CharacterRow(AnimeId.character(SAKAI.page()).toString(), null, null, null,
								AnimeId.character(GORO.page()).toString(), null)),
				List.of());
	}

	private static PartEdits people(CharacterRow row) {
		return new PartEdits(List.of(), List.of(), List.of(row), List.of());
	}

	private static PartEdits crew() {
		return new PartEdits(List.of(), List.of(), List.of(),
				List.of(new StaffRow(person(1), null, List.of("Director"), null),
						new StaffRow(person(2), null, null, true),
						new StaffRow(null, "Ume Kato", List.of("Music"), null)));
	}

	private static String person(int number) {
		return AnimeId.person(Persons.page(Provider.MYANIMELIST, "people", number)).toString();
	}

	private static PartEdits edits(List<EpisodeShift> shifts, List<EpisodeRow> rows) {
		return new PartEdits(shifts, rows, List.of(), List.of());
	}

	/** A decision of an execution of its own about what was committed before. */
	private void correct(PartEdits edits) {
		String execution = "execution-" + ++this.decisions;
		if (this.decisions > 1) {
			this.area.write(execution, Parts.REFERENCE, new Parts(refreshed(), null, null));
			AnimeEntry now = entry();
			this.stores.parts()
				.putProposal(now.with((change) -> change.revision = now.revision().next(NOW.minusSeconds(60), null)));
			if (!edits.characterRows().isEmpty() || !edits.staffRows().isEmpty()) {
				Cast cast = CharacterMerge.merge(this.id, CAST, this.stores.parts().characters(this.id),
						this.stores.parts().corrections(this.id).cast());
				this.area.write(execution, Parts.REFERENCE, new Parts(refreshed(), cast.characters(),
						StaffMerge.merge(this.id, CREW, List.of(), CrewCorrections.NONE).staff(), cast.said()));
			}
		}
		commit(execution, edits);
	}

	private void commit(String execution, PartEdits edits) {
		this.commit.work(new TaskRun(execution, this.id),
				new CommitEntry.Input(Decision.APPROVE_WITH_EDITS, new Owner("request-1"), edits));
	}

	/** What the stage of episodes makes of what sources say. */
	private List<Episode> refreshed() {
		EpisodeFacts[] said = { Facts.anEpisode(1, "Letter One", "2026-10-04"),
				Facts.anEpisode(2, "Not an episode", "2026-10-11"), Facts.anEpisode(4, "Lantern", "2026-10-18"),
				Facts.anEpisode(5, "Harbour", "2026-10-25") };
		String answer = this.area.write("refresh", "fetched/a.json", Facts.fetched(Facts.said(LINK, (its) -> {
		}), List.of(said)));
		String found = CollectStage.episodes(this.area, this.stores.parts(), CLOCK)
			.work(new TaskRun("refresh", this.id), new StageInput(List.of(answer)))
			.ref();
		return this.area.read("refresh", found, EpisodeList.class).episodes();
	}

	private AnimeEntry entry() {
		return this.stores.anime().find(this.id).orElseThrow();
	}

	private static AnimeCharacter character(String name, List<AnimeCharacter> cast) {
		return cast.stream().filter((each) -> each.name().equals(name)).findFirst().orElseThrow();
	}

	private static Tuple tuple(String number, String title, @Nullable String date) {
		return Tuple.tuple(number, title, (date != null) ? LocalDate.parse(date) : null);
	}

}

package io.mokuroku.enrichment.commit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.CrewCorrections;
import io.mokuroku.catalogue.correction.PartEdits;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.assemble.Parts;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.people.CharacterMerge;
import io.mokuroku.enrichment.people.Persons;
import io.mokuroku.enrichment.people.StaffMerge;
import io.mokuroku.enrichment.stage.CollectStage;
import io.mokuroku.enrichment.stage.EpisodeList;
import io.mokuroku.enrichment.stage.StageInput;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.enrichment.workflow.WorkAreas;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.StaffFacts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An entry whose lists a person corrects, one decision after the other, and what its
 * sources go on saying.
 */
final class ReviewedEntry {

	static final CharacterFacts RIKU = Persons.character(Provider.MYANIMELIST, 71, "Riku Hayama", "葉山陸",
			CharacterRole.MAIN);

	static final CharacterFacts TWIN = Persons.character(Provider.ANILIST, 5, "Hayama Riku", null,
			CharacterRole.SUPPORTING);

	static final CharacterFacts GORO = Persons.character(Provider.KITSU, 6, "Goro Sakai", null, null);

	static final CharacterFacts SAKAI = Persons.character(Provider.MYANIMELIST, 72, "Keeper of the Light", null,
			CharacterRole.SUPPORTING);

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final InstantSource CLOCK = InstantSource.fixed(NOW);

	private static final String LINK = "MYANIMELIST#990141";

	private static final List<CharacterFacts> CAST = List.of(RIKU, TWIN, GORO, SAKAI);

	private static final List<StaffFacts> CREW = List.of(
			Persons.staff(Provider.MYANIMELIST, 1, "Mio Tani", null, "Producer"),
			Persons.staff(Provider.MYANIMELIST, 2, "Jo Smith", null, "Script"));

	private final Stores stores = Stores.on(LocalEngines.start(), CLOCK);

	private final AnimeEntry draft = Entries.aDraft("Hoshi no Tegami", LINK, "KITSU#990142");

	private final AnimeId id = this.draft.id();

	private final WorkArea area;

	private final CommitEntry commit;

	private final String joined;

	private int decisions;

	/** Proposes the entry with all its lists, as {@code execution-1}. */
	ReviewedEntry(Path folder) {
		this.area = WorkAreas.in(folder);
		this.commit = new CommitEntry(this.stores.anime(), this.stores.parts(), this.stores.locks(), this.area,
				Traces.none(), CLOCK);
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(this.draft));
		this.stores.parts().putProposal(this.draft.with((change) -> {
			change.lifecycle = Lifecycle.ACTIVE;
			change.revision = this.draft.revision().next(NOW.minusSeconds(60), null);
		}));
		Cast cast = refreshedCast();
		assertThat(cast.characters()).as("Riku and the twin are taken for one").hasSize(3);
		this.joined = cast.characters()
			.stream()
			.filter((each) -> each.name().equals("Riku Hayama"))
			.findFirst()
			.orElseThrow()
			.id()
			.toString();
		this.area.write("execution-1", Parts.REFERENCE, allParts(cast));
	}

	/** The character that Riku and the twin are taken for. */
	String joined() {
		return this.joined;
	}

	/** A decision of an execution of its own about what was committed before. */
	void correct(PartEdits edits) {
		String execution = "execution-" + ++this.decisions;
		if (this.decisions > 1) {
			AnimeEntry now = entry();
			this.stores.parts()
				.putProposal(now.with((change) -> change.revision = now.revision().next(NOW.minusSeconds(60), null)));
			boolean people = !edits.characterRows().isEmpty() || !edits.staffRows().isEmpty();
			this.area.write(execution, Parts.REFERENCE,
					people ? allParts(refreshedCast()) : new Parts(refreshed(), null, null));
		}
		commit(execution, edits);
	}

	void commit(String execution, PartEdits edits) {
		this.commit.work(new TaskRun(execution, this.id),
				new CommitEntry.Input(Decision.APPROVE_WITH_EDITS, new Owner("request-1"), edits));
	}

	/** Puts the draft in place of the entry again, and leaves its lists as they are. */
	void loseTheEntry() {
		AnimeEntry now = entry();
		this.stores.anime()
			.save(this.draft.with((change) -> change.revision = now.revision().next(NOW, null)), now, null);
	}

	/** What the stage of episodes makes of what sources say. */
	List<Episode> refreshed() {
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

	/** What is made of the characters that sources name. */
	Cast refreshedCast() {
		return CharacterMerge.merge(this.id, CAST, characters(), corrections().cast());
	}

	/** What is made of the people that sources name. */
	List<StaffMember> refreshedCrew() {
		return StaffMerge.merge(this.id, CREW, staff(), corrections().crew()).staff();
	}

	private Parts allParts(Cast cast) {
		return new Parts(refreshed(), cast.characters(),
				StaffMerge.merge(this.id, CREW, List.of(), CrewCorrections.NONE).staff(), cast.said());
	}

	private AnimeEntry entry() {
		return this.stores.anime().find(this.id).orElseThrow();
	}

	List<Episode> episodes() {
		return this.stores.parts().episodes(this.id);
	}

	List<AnimeCharacter> characters() {
		return this.stores.parts().characters(this.id);
	}

	List<StaffMember> staff() {
		return this.stores.parts().staff(this.id);
	}

	Corrections corrections() {
		return this.stores.parts().corrections(this.id);
	}

	void putEpisodes(List<Episode> episodes) {
		this.stores.parts().putEpisodes(episodes);
	}

}

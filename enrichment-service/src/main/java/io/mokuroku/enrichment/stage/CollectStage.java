package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.merge.Resolved;
import io.mokuroku.enrichment.people.CharacterMerge;
import io.mokuroku.enrichment.people.StaffMerge;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * Does a stage: reads the answers of the sources, notes who was heard, and leaves what it
 * found in the work area.
 *
 * @param <T> what it finds
 */
public final class CollectStage<T> implements TaskWorker<StageInput> {

	private final Stage stage;

	private final WorkArea area;

	private final Finding<T> finding;

	private final Function<T, List<URI>> pictures;

	private CollectStage(Stage stage, WorkArea area, Finding<T> finding, Function<T, List<URI>> pictures) {
		this.stage = stage;
		this.area = area;
		this.finding = finding;
		this.pictures = pictures;
	}

	/** Titles, type, dates, subjects, production and synopsis. */
	public static CollectStage<?> metadata(WorkArea area) {
		return of(Stage.METADATA, area, (_, answers) -> Candidates.of(Stage.METADATA, answers));
	}

	/** Ratings and pictures, and which picture is worth copying. */
	public static CollectStage<?> media(WorkArea area) {
		return new CollectStage<>(Stage.MEDIA, area, (_, answers) -> Candidates.of(Stage.MEDIA, answers),
				(candidates) -> EntryFields.PICTURE.choose(candidates.of(EntryFields.PICTURE))
					.stream()
					.map(Resolved::value)
					.toList());
	}

	/** One list of episodes of what sources list and the catalogue has. */
	public static CollectStage<?> episodes(WorkArea area, EntryParts parts, InstantSource clock) {
		return of(Stage.EPISODES, area, new FindEpisodes(parts, clock));
	}

	/** What an anime belongs with, with the targets that the catalogue has. */
	public static CollectStage<?> relations(WorkArea area, AnimeStore store, EntryParts parts, SourceLinks links) {
		return of(Stage.RELATIONS, area, new FindRelations(store, parts, links));
	}

	/** The characters, and which of them are the same. */
	public static CollectStage<?> characters(WorkArea area, EntryParts parts) {
		return of(Stage.CHARACTERS, area,
				(animeId, answers) -> CharacterMerge.merge(animeId,
						answers.stream().map(Fetched::characters).flatMap(List::stream).toList(),
						parts.characters(animeId), parts.corrections(animeId).cast()));
	}

	/** Who made it, and who of them are the same. */
	public static CollectStage<?> staff(WorkArea area, EntryParts parts) {
		return of(Stage.STAFF, area,
				(animeId, answers) -> StaffMerge.merge(animeId,
						answers.stream().map(Fetched::staff).flatMap(List::stream).toList(), parts.staff(animeId),
						parts.corrections(animeId).crew()));
	}

	private static <T> CollectStage<T> of(Stage stage, WorkArea area, Finding<T> finding) {
		return new CollectStage<>(stage, area, finding, (_) -> List.of());
	}

	@Override
	public String task() {
		return "collect-" + name();
	}

	@Override
	public Class<StageInput> inputType() {
		return StageInput.class;
	}

	@Override
	public StageOutput work(TaskRun run, StageInput input) {
		List<Fetched> answers = input.read(this.area, run.execution());
		Heard.of(this.stage, answers).write(this.area, run.execution());
		T found = this.finding.find(run.animeId(), answers);
		return new StageOutput(this.stage, this.area.write(run.execution(), "stage/" + name() + ".json", found),
				this.pictures.apply(found));
	}

	private String name() {
		return this.stage.name().toLowerCase(Locale.ROOT);
	}

}

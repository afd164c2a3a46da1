package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.upstream.AnimeFacts;

/**
 * Collects what an anime belongs with and finds the targets in the catalogue.
 */
public final class CollectRelations implements TaskWorker<StageInput> {

	private final WorkArea area;

	private final AnimeStore store;

	private final EntryParts parts;

	private final SourceLinks links;

	/** Collects inside a work area. */
	public CollectRelations(WorkArea area, AnimeStore store, EntryParts parts, SourceLinks links) {
		this.area = area;
		this.store = store;
		this.parts = parts;
		this.links = links;
	}

	@Override
	public String task() {
		return "collect-relations";
	}

	@Override
	public Class<StageInput> inputType() {
		return StageInput.class;
	}

	@Override
	public StageOutput work(TaskRun run, StageInput input) {
		List<Fetched> answers = input.read(this.area, run.execution());
		Heard.of(Stage.RELATIONS, answers).write(this.area, run.execution());
		AnimeEntry entry = this.store.find(run.animeId())
			.orElseThrow(() -> new PermanentFailure("unknown_anime", "No entry " + run.animeId()));
		List<AnimeFacts> said = answers.stream().map(Fetched::anime).toList();
		List<Relation> inDataset = dataset(entry).relations();
		RelationList relations = RelationMerge.merge(entry, said, inDataset,
				this.links.findAll(RelationMerge.targets(said, inDataset)));
		return new StageOutput(Stage.RELATIONS, this.area.write(run.execution(), "stage/relations.json", relations),
				List.of());
	}

	private AnimeEntry dataset(AnimeEntry entry) {
		return (entry.lifecycle() == Lifecycle.DRAFT) ? entry : this.parts.findDatasetShadow(entry.id()).orElse(entry);
	}

}

package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.people.CharacterMerge;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * Collects the characters and finds out which of them are the same.
 */
public final class CollectCharacters implements TaskWorker<StageInput> {

	private final WorkArea area;

	private final EntryParts parts;

	/** Collects inside a work area. */
	public CollectCharacters(WorkArea area, EntryParts parts) {
		this.area = area;
		this.parts = parts;
	}

	@Override
	public String task() {
		return "collect-characters";
	}

	@Override
	public Class<StageInput> inputType() {
		return StageInput.class;
	}

	@Override
	public StageOutput work(TaskRun run, StageInput input) {
		List<Fetched> answers = input.read(this.area, run.execution());
		Heard.of(Stage.CHARACTERS, answers).write(this.area, run.execution());
		Cast found = CharacterMerge.merge(run.animeId(),
				answers.stream().flatMap((answer) -> answer.characters().stream()).toList(),
				this.parts.characters(run.animeId()));
		return new StageOutput(Stage.CHARACTERS, this.area.write(run.execution(), "stage/characters.json", found),
				List.of());
	}

}

package io.mokuroku.enrichment.stage;

import io.mokuroku.catalogue.Stage;
import java.util.List;

import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * Collects titles, type, dates, subjects, production and synopsis.
 */
public final class CollectMetadata implements TaskWorker<StageInput> {

	private final WorkArea area;

	/** Collects inside a work area. */
	public CollectMetadata(WorkArea area) {
		this.area = area;
	}

	@Override
	public String task() {
		return "collect-metadata";
	}

	@Override
	public Class<StageInput> inputType() {
		return StageInput.class;
	}

	@Override
	public StageOutput work(TaskRun run, StageInput input) {
		List<Fetched> answers = input.read(this.area, run.execution());
		Heard.of(Stage.METADATA, answers).write(this.area, run.execution());
		Candidates candidates = Candidates.of(Stage.METADATA, answers);
		return new StageOutput(Stage.METADATA, this.area.write(run.execution(), "stage/metadata.json", candidates),
				List.of());
	}

}

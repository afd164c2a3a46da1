package io.mokuroku.enrichment.stage;

import io.mokuroku.catalogue.Stage;
import java.net.URI;
import java.util.List;

import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Resolved;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * Collects ratings and pictures, and says which picture is worth copying.
 */
public final class CollectMedia implements TaskWorker<StageInput> {

	private final WorkArea area;

	/** Collects inside a work area. */
	public CollectMedia(WorkArea area) {
		this.area = area;
	}

	@Override
	public String task() {
		return "collect-media";
	}

	@Override
	public Class<StageInput> inputType() {
		return StageInput.class;
	}

	@Override
	public StageOutput work(TaskRun run, StageInput input) {
		List<Fetched> answers = input.read(this.area, run.execution());
		Heard.of(Stage.MEDIA, answers).write(this.area, run.execution());
		Candidates candidates = Candidates.of(Stage.MEDIA, answers);
		List<Candidate<URI>> pictures = candidates.rows()
			.stream()
			.filter((row) -> row.field().equals(EntryFields.PICTURE.name()))
			.map((row) -> row.as(EntryFields.PICTURE))
			.toList();
		return new StageOutput(Stage.MEDIA, this.area.write(run.execution(), "stage/media.json", candidates),
				EntryFields.PICTURE.choose(pictures).stream().map(Resolved::value).toList());
	}

}

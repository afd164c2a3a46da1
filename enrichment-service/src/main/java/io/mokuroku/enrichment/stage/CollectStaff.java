package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.people.Crew;
import io.mokuroku.enrichment.people.StaffMerge;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * Collects who made an anime and finds out who of them are the same.
 */
public final class CollectStaff implements TaskWorker<StageInput> {

	private final WorkArea area;

	private final EntryParts parts;

	/** Collects inside a work area. */
	public CollectStaff(WorkArea area, EntryParts parts) {
		this.area = area;
		this.parts = parts;
	}

	@Override
	public String task() {
		return "collect-staff";
	}

	@Override
	public Class<StageInput> inputType() {
		return StageInput.class;
	}

	@Override
	public StageOutput work(TaskRun run, StageInput input) {
		List<Fetched> answers = input.read(this.area, run.execution());
		Heard.of(Stage.STAFF, answers).write(this.area, run.execution());
		Crew found = StaffMerge.merge(run.animeId(),
				answers.stream().flatMap((answer) -> answer.staff().stream()).toList(),
				this.parts.staff(run.animeId()));
		return new StageOutput(Stage.STAFF, this.area.write(run.execution(), "stage/staff.json", found), List.of());
	}

}

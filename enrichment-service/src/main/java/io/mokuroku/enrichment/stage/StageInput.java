package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * What every stage needs.
 *
 * @param fetched references to the answers of the sources
 */
public record StageInput(List<String> fetched) {

	public StageInput {
		fetched = List.copyOf(fetched);
	}

	List<Fetched> read(WorkArea area, String execution) {
		return this.fetched.stream().map((reference) -> area.read(execution, reference, Fetched.class)).toList();
	}

}

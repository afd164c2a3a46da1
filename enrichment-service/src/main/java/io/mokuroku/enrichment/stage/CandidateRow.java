package io.mokuroku.enrichment.stage;

import java.time.Instant;

import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import tools.jackson.databind.JsonNode;

/**
 * A candidate as it lies in the work area.
 *
 * @param field the name of the field
 * @param source who proposes it
 * @param at when they said so
 * @param value what they propose
 */
public record CandidateRow(String field, String source, Instant at, JsonNode value) {

	static CandidateRow of(Field<?> field, String source, Instant at, Object value) {
		return new CandidateRow(field.name(), source, at, WorkflowJson.MAPPER.valueToTree(value));
	}

	/** The candidate, read as its field holds it. */
	public <T> Candidate<T> as(Field<T> known) {
		return new Candidate<>(WorkflowJson.MAPPER.treeToValue(this.value, known.type()), this.source, this.at);
	}

}

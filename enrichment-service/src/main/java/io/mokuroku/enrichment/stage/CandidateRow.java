package io.mokuroku.enrichment.stage;

import java.time.Instant;

import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import io.mokuroku.upstream.AnimeFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A candidate as it lies in the work area.
 *
 * @param field the name of the field
 * @param source who proposes it
 * @param at when they said so
 * @param value what they propose
 * @param stale true if that is longer ago than it should be; absent if not
 */
public record CandidateRow(String field, String source, Instant at, JsonNode value, @Nullable Boolean stale) {

	static CandidateRow of(Field<?> field, AnimeFacts facts, Object value) {
		return new CandidateRow(field.name(), Sources.of(facts.link().provider()), facts.fetchedAt(),
				WorkflowJson.MAPPER.valueToTree(value), facts.stale());
	}

	/** The candidate, read as its field holds it. */
	public <T> Candidate<T> as(Field<T> known) {
		return new Candidate<>(WorkflowJson.MAPPER.treeToValue(this.value, known.type()), this.source, this.at,
				Boolean.TRUE.equals(this.stale));
	}

}

package io.mokuroku.enrichment.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Emptiness;
import io.mokuroku.upstream.AnimeFacts;

/**
 * What all sources propose for the fields of a stage.
 *
 * @param rows the candidates
 */
public record Candidates(List<CandidateRow> rows) {

	public Candidates {
		rows = List.copyOf(rows);
	}

	/** Those of one field. */
	<T> List<Candidate<T>> of(Field<T> field) {
		return this.rows.stream()
			.filter((row) -> row.field().equals(field.name()))
			.map((row) -> row.as(field))
			.toList();
	}

	/** Collects what answers say of a stage's fields. */
	public static Candidates of(Stage stage, List<Fetched> answers) {
		List<CandidateRow> rows = new ArrayList<>();
		for (Fetched answer : answers) {
			AnimeFacts facts = answer.anime();
			for (Field<?> field : EntryFields.of(stage)) {
				Object value = field.inFacts().apply(facts);
				if (!Emptiness.isEmpty(value)) {
					rows.add(CandidateRow.of(field, facts, Objects.requireNonNull(value)));
				}
			}
		}
		return new Candidates(rows);
	}

}

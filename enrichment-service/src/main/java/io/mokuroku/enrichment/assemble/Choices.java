package io.mokuroku.enrichment.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Resolved;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.Field;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the fields of one entry and notes how. Three voices are heard beside the
 * sources of today: a person's, which ends the discussion; the dataset's; and that of a
 * source that is not heard today, because it could not be asked or because the stage that
 * listens to it failed, in what it said last time.
 */
final class Choices {

	private final Material material;

	private final Map<String, Provenance> provenance = new TreeMap<>();

	private final Set<String> conflicts = new TreeSet<>();

	Choices(Material material) {
		this.material = material;
	}

	/** The value of a field, null if nobody has one. */
	<T> @Nullable T choose(Field<T> field) {
		Provenance edited = edited(field.name());
		if (edited != null) {
			this.provenance.put(field.name(), edited);
			return field.inEntry().apply(this.material.before());
		}
		Resolved<T> resolved = field.choose(candidates(field)).orElse(null);
		if (resolved == null) {
			return null;
		}
		this.provenance.put(field.name(), resolved.provenance());
		if (resolved.conflict()) {
			this.conflicts.add(field.name());
		}
		return resolved.value();
	}

	/** The value of a field, or another if nobody has one. */
	<T> T chooseOr(Field<T> field, T otherwise) {
		return Objects.requireNonNullElse(choose(field), otherwise);
	}

	/** What today's sources say of a field, without the entry's own past. */
	<T> List<T> said(Field<T> field) {
		return rows(field).stream().map(Candidate::value).toList();
	}

	/** Whether a person has written a field. */
	@Nullable Provenance edited(String field) {
		for (String name : List.of(field, field.split("\\.", 2)[0])) {
			Provenance known = this.material.before().provenance().get(name);
			if (known != null && known.source().equals(Sources.REVIEWER)) {
				return known;
			}
		}
		return null;
	}

	void note(String field, Provenance how) {
		this.provenance.put(field, how);
	}

	Map<String, Provenance> provenance() {
		return this.provenance;
	}

	Set<String> conflicts() {
		return this.conflicts;
	}

	private <T> List<Candidate<T>> candidates(Field<T> field) {
		List<Candidate<T>> candidates = new ArrayList<>(rows(field));
		AnimeEntry before = this.material.before();
		Provenance past = before.provenance().get(field.name());
		T value = field.inEntry().apply(before);
		if (past != null && value != null && isUnheard(field, past)) {
			candidates.add(new Candidate<>(value, past.source(), past.at()));
		}
		T inDataset = field.inEntry().apply(this.material.dataset());
		if (inDataset != null) {
			candidates.add(new Candidate<>(inDataset, Sources.DATASET, this.material.dataset().revision().updatedAt()));
		}
		return candidates;
	}

	/** A union names one of its sources only, so it waits for all of them. */
	private boolean isUnheard(Field<?> field, Provenance past) {
		if (past.source().equals(Sources.DATASET) || past.source().equals(Sources.DERIVED)) {
			return false;
		}
		Set<String> failed = this.material.failedSources();
		return this.material.missing().contains(field.stage()) || failed.contains(past.source())
				|| (past.rule().equals(Rules.UNION) && !failed.isEmpty());
	}

	private <T> List<Candidate<T>> rows(Field<T> field) {
		return this.material.rows()
			.stream()
			.filter((CandidateRow row) -> row.field().equals(field.name()))
			.map((row) -> row.as(field))
			.toList();
	}

}

package io.mokuroku.enrichment.assemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Emptiness;
import io.mokuroku.enrichment.merge.Resolved;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.Field;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the fields of one entry and notes how. Three voices are heard beside the
 * sources of today: a person's, which ends the discussion; the dataset's; and that of a
 * source that is not heard today, because it could not be asked or because the stage that
 * listens to it failed, in what it said last time.
 */
final class Choices {

	private final Material material;

	private final Map<String, List<CandidateRow>> rows = new LinkedHashMap<>();

	private final Map<String, Provenance> provenance = new TreeMap<>();

	private final Map<String, List<FieldChoice.Said>> said = new TreeMap<>();

	private final Set<String> conflicts = new TreeSet<>();

	Choices(Material material) {
		this.material = material;
		material.rows().forEach((row) -> this.rows.computeIfAbsent(row.field(), (field) -> new ArrayList<>()).add(row));
	}

	/** The value of a field, null if nobody has one. */
	<T> @Nullable T choose(Field<T> field) {
		List<Candidate<T>> candidates = field.byTrust(candidates(field));
		this.said.put(field.name(), candidates.stream().map(Choices::said).toList());
		Provenance edited = edited(field.name());
		if (edited != null) {
			T written = field.inEntry().apply(this.material.before());
			this.provenance.put(field.name(), edited.noting(differs(field, written)));
			return written;
		}
		Resolved<T> resolved = field.choose(candidates).orElse(null);
		if (resolved == null) {
			return null;
		}
		this.provenance.put(field.name(), resolved.provenance());
		if (resolved.conflict()) {
			this.conflicts.add(field.name());
		}
		return resolved.value();
	}

	/** What machines would take by now is noted beside what a person wrote. */
	private <T> @Nullable String differs(Field<T> field, @Nullable T written) {
		Optional<Resolved<T>> today = field.choose(rows(field));
		return today.filter((other) -> !other.value().equals(written)).isPresent() ? Provenance.DIFFERS_FROM_LOCKED
				: null;
	}

	/** The value of a field, or another if nobody has one. */
	<T> T chooseOr(Field<T> field, T otherwise) {
		return Objects.requireNonNullElse(choose(field), otherwise);
	}

	/** What today's sources say of a field, without the entry's own past. */
	<T> List<T> said(Field<T> field) {
		return field.byTrust(rows(field)).stream().map(Candidate::value).toList();
	}

	/** What today's sources say of a field, by source. */
	<T> Map<String, T> saidBySource(Field<T> field) {
		Map<String, T> bySource = new TreeMap<>();
		field.byTrust(rows(field)).forEach((candidate) -> bySource.putIfAbsent(candidate.source(), candidate.value()));
		return bySource;
	}

	/** Whether a person has written a field. */
	@Nullable Provenance edited(String field) {
		for (String name : List.of(field, field.split("\\.", 2)[0])) {
			Provenance known = this.material.before().provenance().get(name);
			if (known != null && known.humanLocked()) {
				return known;
			}
		}
		return null;
	}

	void note(String field, Provenance how) {
		this.provenance.put(field, how);
	}

	/** Something else settled what providers disagree about. */
	void settle(String field) {
		this.conflicts.remove(field);
	}

	/** Providers contradict each other in a way no rule for the field sees. */
	void dispute(String field) {
		this.conflicts.add(field);
	}

	Map<String, Provenance> provenance() {
		return this.provenance;
	}

	Set<String> conflicts() {
		return this.conflicts;
	}

	/** How each field was chosen, for people. */
	List<FieldChoice> choices() {
		List<FieldChoice> choices = new ArrayList<>();
		this.said.forEach((field, candidates) -> {
			if (!candidates.isEmpty()) {
				choices.add(
						new FieldChoice(field, this.provenance.get(field), this.conflicts.contains(field), candidates));
			}
		});
		return choices;
	}

	private static FieldChoice.Said said(Candidate<?> candidate) {
		String words = (candidate.value() instanceof String text) ? text
				: WorkflowJson.MAPPER.writeValueAsString(candidate.value()).replaceAll("^\"|\"$", "");
		return new FieldChoice.Said(candidate.source(), candidate.at(), words);
	}

	private <T> List<Candidate<T>> candidates(Field<T> field) {
		List<Candidate<T>> candidates = new ArrayList<>(rows(field));
		AnimeEntry before = this.material.before();
		Provenance past = before.provenance().get(field.name());
		T value = field.inEntry().apply(before);
		if (past != null && value != null && !Emptiness.isEmpty(value) && isUnheard(field, past)) {
			candidates.add(new Candidate<>(value, past.source(), past.at()));
		}
		T inDataset = field.inEntry().apply(this.material.dataset());
		if (inDataset != null && !Emptiness.isEmpty(inDataset)) {
			candidates.add(new Candidate<>(inDataset, Sources.DATASET, this.material.dataset().revision().updatedAt()));
		}
		return candidates;
	}

	/** A union waits for all that added to it. */
	private boolean isUnheard(Field<?> field, Provenance past) {
		if (past.source().equals(Sources.DATASET) || past.source().equals(Sources.DERIVED) || past.humanLocked()) {
			return false;
		}
		Set<String> failed = this.material.failedSources();
		return this.material.missing().contains(field.stage()) || failed.contains(past.source())
				|| (past.rule().equals(Rules.UNION) && !failed.isEmpty());
	}

	private <T> List<Candidate<T>> rows(Field<T> field) {
		return this.rows.getOrDefault(field.name(), List.of()).stream().map((row) -> row.as(field)).toList();
	}

}

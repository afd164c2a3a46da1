package io.mokuroku.enrichment.assemble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.StageResult.Status;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.Candidates;
import io.mokuroku.enrichment.stage.Heard;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * What the stages of one execution have left in the work area.
 */
final class Findings {

	private final WorkArea area;

	private final String execution;

	private final Map<Stage, String> references = new EnumMap<>(Stage.class);

	private final List<SourceLink> failed;

	Findings(WorkArea area, String execution, AssembleEntry.Input input) {
		this.area = area;
		this.execution = execution;
		this.failed = input.failed();
		input.stages().forEach((found) -> this.references.put(found.stage(), found.ref()));
	}

	/** The candidates of the stages that collect some. */
	List<CandidateRow> rows() {
		List<CandidateRow> rows = new ArrayList<>();
		for (Stage stage : List.of(Stage.METADATA, Stage.MEDIA)) {
			find(stage, Candidates.class).ifPresent((candidates) -> rows.addAll(candidates.rows()));
		}
		return rows;
	}

	/** What a stage has left. */
	<T> Optional<T> find(Stage stage, Class<T> type) {
		return Optional.ofNullable(this.references.get(stage))
			.map((reference) -> this.area.read(this.execution, reference, type));
	}

	/** The stages that brought nothing. */
	Set<Stage> missing() {
		Set<Stage> missing = EnumSet.allOf(Stage.class);
		missing.removeAll(this.references.keySet());
		return missing;
	}

	/** How the stages went; those nobody was asked about are left out. */
	Map<Stage, StageResult> results(Instant now) {
		Map<Stage, StageResult> results = new TreeMap<>();
		for (Stage stage : Stage.values()) {
			if (!this.references.containsKey(stage)) {
				results.put(stage, new StageResult(Status.FAILED, now, List.of(), List.of("stage_failed")));
				continue;
			}
			Heard heard = Heard.read(this.area, this.execution, stage);
			if (heard.asked()) {
				results.put(stage, result(heard, now));
			}
		}
		return results;
	}

	private StageResult result(Heard heard, Instant now) {
		List<String> errors = new ArrayList<>(heard.errors());
		this.failed.stream()
			.map(SourceLink::provider)
			.filter((provider) -> Heard.knowsOf(provider, heard.stage()))
			.map((provider) -> Sources.of(provider) + ":source_failed")
			.forEach(errors::add);
		List<Provider> sources = heard.sources();
		Status status = !errors.isEmpty() ? Status.DEGRADED : sources.isEmpty() ? Status.SKIPPED_NO_SOURCE : Status.OK;
		return new StageResult(status, now, sources, errors);
	}

}

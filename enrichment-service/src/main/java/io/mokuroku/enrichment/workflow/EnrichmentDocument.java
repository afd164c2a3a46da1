package io.mokuroku.enrichment.workflow;

import java.time.Instant;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution as people see it.
 *
 * @param animeId the entry
 * @param mode how much is worked on: FULL, EPISODE or REFRESH
 * @param execution its name
 * @param status RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED
 * @param outcome what came of one that succeeded: COMMITTED, REJECTED or NOTHING_FOUND
 * @param startedAt when it began
 * @param stoppedAt when it ended
 * @param error the name of what ended it
 * @param cause a sentence about it
 * @param waitsFor whom it waits for: WORKER, REVIEWER, TIME or NOBODY
 * @param waitsSince since when
 * @param current the states it is in, with their attempts
 * @param sources how asking each source went
 * @param stages what became of each stage
 * @param steps the states it entered last, the newest first
 */
record EnrichmentDocument(AnimeId animeId, String mode, String execution, String status, @Nullable String outcome,
		Instant startedAt, @Nullable Instant stoppedAt, @Nullable String error, @Nullable String cause,
		Progress.Waits waitsFor, @Nullable Instant waitsSince, List<Progress.Current> current,
		List<Progress.Source> sources, List<Progress.StageResult> stages, List<Progress.Step> steps) {

	static EnrichmentDocument of(AnimeId id, SteerEnrichment.Latest latest, Progress progress) {
		Executions.State state = latest.state();
		return new EnrichmentDocument(id, latest.run().mode(), ExecutionName.ofArn(latest.run().executionArn()),
				state.status(), outcome(state.output()), state.startedAt(), state.stoppedAt(), state.error(),
				state.cause(), progress.waitsFor(), progress.since(), progress.current(), progress.sources(),
				progress.stages(), progress.steps());
	}

	private static @Nullable String outcome(@Nullable String output) {
		JsonNode outcome = (output != null) ? WorkflowJson.MAPPER.readTree(output).path("outcome") : null;
		return (outcome != null && outcome.isString()) ? outcome.asString() : null;
	}

}

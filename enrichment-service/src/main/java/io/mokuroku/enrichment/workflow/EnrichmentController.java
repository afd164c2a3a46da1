package io.mokuroku.enrichment.workflow;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets people start an execution and see how it goes.
 */
@RestController
@RequestMapping("/v1/enrichments")
class EnrichmentController {

	private static final java.time.Duration SOON = java.time.Duration.ofSeconds(5);

	private final StartEnrichment enrichment;

	private final EnrichmentRuns runs;

	private final Executions executions;

	EnrichmentController(StartEnrichment enrichment, EnrichmentRuns runs, Executions executions) {
		this.enrichment = enrichment;
		this.runs = runs;
		this.executions = executions;
	}

	/** Where the latest execution of an entry stands. */
	@GetMapping("/{animeId}")
	Enrichment show(@PathVariable UUID animeId) {
		AnimeId id = new AnimeId(animeId);
		EnrichmentRuns.Run run = this.runs.findLatest(id)
			.orElseThrow(() -> ApiProblem.notFound("enrichment_not_found", "This entry was never enriched."));
		return this.executions.find(run.executionArn())
			.map((state) -> new Enrichment(id, run.mode(), nameOf(run.executionArn()), state.status(),
					state.startedAt(), state.stoppedAt(), state.error(), state.cause(), state.steps()))
			.orElseThrow(() -> ApiProblem.notFound("enrichment_not_found", "Its latest execution is forgotten."));
	}

	/** Starts a full enrichment of an entry. */
	@PostMapping("/{animeId}")
	ResponseEntity<Started> start(@PathVariable UUID animeId) {
		AnimeId id = new AnimeId(animeId);
		EnrichmentRequested request = new EnrichmentRequested(id, EnrichmentRequested.Mode.FULL, null,
				"asked for through the API", "api-" + UUID.randomUUID());
		try {
			return switch (this.enrichment.startOnce(request)) {
				case StartOutcome.Started(String execution) -> ResponseEntity.accepted()
					.location(URI.create("/v1/enrichments/" + id))
					.body(new Started(id, nameOf(execution)));
				case StartOutcome.Busy busy -> throw ("entry_locked".equals(busy.reason())
						? ApiProblem.conflict("entry_locked", "This entry is being worked on already.")
						: ApiProblem.unavailable(busy.askAgainIn(), "All workers are busy."));
			};
		}
		catch (PermanentFailure ex) {
			throw ApiProblem.notFound("anime_not_found", "There is no such entry to work on.");
		}
		catch (RetryableFailure ex) {
			throw ApiProblem.unavailable(SOON, "The workflow cannot be started at the moment.", ex);
		}
	}

	private static String nameOf(String executionArn) {
		return executionArn.substring(executionArn.lastIndexOf(':') + 1);
	}

	/**
	 * An execution as people see it.
	 *
	 * @param animeId the entry
	 * @param mode how much is worked on: FULL, EPISODE or REFRESH
	 * @param execution its name
	 * @param status RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED
	 * @param startedAt when it began
	 * @param stoppedAt when it ended
	 * @param error the name of what ended it
	 * @param cause a sentence about it
	 * @param steps the states it entered last, the newest first
	 */
	record Enrichment(AnimeId animeId, String mode, String execution, String status, Instant startedAt,
			@Nullable Instant stoppedAt, @Nullable String error, @Nullable String cause, List<Executions.Step> steps) {
	}

	/**
	 * An execution that was started.
	 *
	 * @param animeId the entry
	 * @param execution its name
	 */
	record Started(AnimeId animeId, String execution) {
	}

}

package io.mokuroku.enrichment.workflow;

import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets people start an execution, see how it goes, stop it and repeat it.
 */
@RestController
@RequestMapping("/v1/enrichments")
@Tag(name = "Enrichments", description = "The work on one entry, one execution at a time")
class EnrichmentController {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Set<String> NOT_WORKED_ON = Set.of("unknown_anime", "redirected", "rejected");

	private final StartEnrichment enrichment;

	private final SteerEnrichment steering;

	private final Executions executions;

	EnrichmentController(StartEnrichment enrichment, SteerEnrichment steering, Executions executions) {
		this.enrichment = enrichment;
		this.steering = steering;
		this.executions = executions;
	}

	/** Where the latest execution of an entry stands. */
	@GetMapping("/{animeId}")
	@Operation(summary = "Where the latest execution stands",
			description = "Its state, the step it is in and whom it waits for, since when and at which attempt; "
					+ "the sources it asked, the stages it went through, and what ended it.")
	EnrichmentDocument show(@PathVariable UUID animeId) {
		AnimeId id = new AnimeId(animeId);
		return reaching(() -> {
			SteerEnrichment.Latest latest = latest(id);
			Progress progress = Progress.of(this.executions.history(latest.run().executionArn()),
					latest.state().isRunning());
			return EnrichmentDocument.of(id, latest, progress);
		});
	}

	/** Starts an enrichment of an entry. */
	@PostMapping("/{animeId}")
	@Operation(summary = "Start an execution",
			description = "Without a body everything is worked on. EPISODE works on one episode and names it; "
					+ "REFRESH works on what changes often and copies no pictures.")
	ResponseEntity<Started> start(@PathVariable UUID animeId, @RequestBody(required = false) @Nullable Start body) {
		AnimeId id = new AnimeId(animeId);
		Start start = (body != null) ? body : new Start(null, null);
		return started(id, () -> this.enrichment.startOnce(start.request(id)));
	}

	/** Ends the latest execution of an entry; the entry stays as it is. */
	@PostMapping("/{animeId}/stop")
	@Operation(summary = "Stop the execution that runs",
			description = "The entry stays as it is and is free at once; the files of the execution are removed.")
	ResponseEntity<Void> stop(@PathVariable UUID animeId, @Nullable Principal caller) {
		AnimeId id = new AnimeId(animeId);
		return reaching(() -> {
			if (!this.steering.stop(id, latest(id), (caller != null) ? caller.getName() : "somebody")) {
				throw ApiProblem.conflict("enrichment_not_running", "Its latest execution has ended already.");
			}
			return ResponseEntity.noContent().build();
		});
	}

	/** Repeats the latest execution of an entry, which has failed. */
	@PostMapping("/{animeId}/retry")
	@Operation(summary = "Repeat an execution that failed",
			description = "Starts another one for the same mode and episode.")
	ResponseEntity<Started> retry(@PathVariable UUID animeId) {
		AnimeId id = new AnimeId(animeId);
		return started(id, () -> {
			SteerEnrichment.Latest latest = latest(id);
			if (latest.state().isRunning() || latest.state().isSuccess()) {
				throw ApiProblem.conflict("enrichment_not_failed",
						"Only what failed, was stopped or took too long is repeated.");
			}
			return this.steering.retry(id, latest);
		});
	}

	private SteerEnrichment.Latest latest(AnimeId id) {
		return this.steering.findLatest(id)
			.orElseThrow(() -> ApiProblem.notFound("enrichment_not_found",
					"This entry was never enriched, or that is long forgotten."));
	}

	private static ResponseEntity<Started> started(AnimeId id, Supplier<StartOutcome> start) {
		try {
			return switch (reaching(start)) {
				case StartOutcome.Started(String execution) -> ResponseEntity.accepted()
					.location(URI.create("/v1/enrichments/" + id))
					.body(new Started(id, ExecutionName.ofArn(execution)));
				case StartOutcome.Busy busy -> throw ("entry_locked".equals(busy.reason())
						? ApiProblem.conflict("entry_locked", "This entry is being worked on already.")
						: ApiProblem.unavailable(busy.askAgainIn(), "All workers are busy."));
			};
		}
		catch (PermanentFailure ex) {
			throw NOT_WORKED_ON.contains(ex.code())
					? ApiProblem.notFound("anime_not_found", "There is no such entry to work on: " + ex.getMessage())
					: ex;
		}
	}

	private static <T> T reaching(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (RetryableFailure ex) {
			throw ApiProblem.unavailable(SOON, "The workflow cannot be reached at the moment.", ex);
		}
	}

	/**
	 * What to start.
	 *
	 * @param mode how much to work on, everything unless it is said
	 * @param episode which episode, in mode EPISODE and only there
	 */
	record Start(EnrichmentRequested.@Nullable Mode mode, @Nullable EpisodeNumber episode) {

		EnrichmentRequested request(AnimeId id) {
			EnrichmentRequested.Mode wanted = (this.mode != null) ? this.mode : EnrichmentRequested.Mode.FULL;
			if ((wanted == EnrichmentRequested.Mode.EPISODE) != (this.episode != null)) {
				throw ApiProblem.badField("/episode", "belongs to mode EPISODE, and is needed there");
			}
			return new EnrichmentRequested(id, wanted, this.episode, "asked for through the API",
					SingleRequest.newId());
		}

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

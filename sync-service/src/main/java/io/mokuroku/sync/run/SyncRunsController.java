package io.mokuroku.sync.run;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.sync.diff.Kind;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starting runs, watching and stopping them.
 */
@RestController
@RequestMapping("/v1/syncs")
@Tag(name = "Syncs")
class SyncRunsController {

	private static final int SHOWN = 20;

	private static final int LONGEST_PAGE = 200;

	private final SyncCatalogue syncs;

	private final PlannedChanges changes;

	SyncRunsController(SyncCatalogue syncs, PlannedChanges changes) {
		this.syncs = syncs;
		this.changes = changes;
	}

	@PostMapping
	@Operation(summary = "Start a sync",
			description = "Answers with the sync that is under way, if there is one. A dry run ends with its plan. "
					+ "A forced one goes on although the release did not pass the safety gates; the reason and the "
					+ "caller are kept with it.")
	ResponseEntity<SyncDocuments.One> start(@Valid @RequestBody Start start, @Nullable Principal caller) {
		SyncRun run = this.syncs.request(new SyncRun.Order(start.source(), "api-" + UUID.randomUUID(),
				(caller != null) ? caller.getName() : "unknown", Boolean.TRUE.equals(start.dryRun()),
				(start.force() != null) ? start.force().reason() : null));
		return ResponseEntity.accepted().location(URI.create("/v1/syncs/" + run.id())).body(SyncDocuments.One.of(run));
	}

	@GetMapping("/{id}")
	@Operation(summary = "One sync", description = "As it stands, with its counts, its rate and the time it needs.")
	SyncDocuments.One find(@PathVariable String id) {
		return SyncDocuments.One.of(get(id));
	}

	@GetMapping
	@Operation(summary = "The latest syncs", description = "The newest first.")
	SyncDocuments.Many latest() {
		return SyncDocuments.Many.of(this.syncs.latest(SHOWN));
	}

	@GetMapping("/{id}/changes")
	@Operation(summary = "What a sync changes",
			description = "Change by change, in the order in which they are applied; unchanged entries are not told. "
					+ "meta.next is the cursor of the next page. With a filter a page may be short, or empty, and "
					+ "still have a next one.")
	SyncDocuments.Changes changes(@PathVariable String id, @RequestParam(required = false) @Nullable Kind kind,
			@Parameter(description = "an entry the change touches") @RequestParam(
					required = false) @Nullable String anime,
			@RequestParam(defaultValue = "0") int cursor, @RequestParam(defaultValue = "50") int limit) {
		if (cursor < 0) {
			throw ApiProblem.badParameter("cursor", "must be one that a page gave");
		}
		if (limit < 1 || limit > LONGEST_PAGE) {
			throw ApiProblem.badParameter("limit", "must lie between 1 and " + LONGEST_PAGE);
		}
		return SyncDocuments.Changes
			.of(this.changes.page(get(id), new PlannedChanges.Filter(kind, animeId(anime)), cursor, limit));
	}

	@PostMapping("/{id}/cancel")
	@Operation(summary = "Stop a sync", description = "It stops after the batch under way. What is applied stays.")
	ResponseEntity<SyncDocuments.One> cancel(@PathVariable String id) {
		SyncRun run = this.syncs.cancel(id)
			.orElseThrow(() -> ApiProblem.notFound("sync_not_found", "There is no sync " + id));
		return ResponseEntity.accepted().body(SyncDocuments.One.of(run));
	}

	private SyncRun get(String id) {
		return this.syncs.find(id).orElseThrow(() -> ApiProblem.notFound("sync_not_found", "There is no sync " + id));
	}

	private static @Nullable AnimeId animeId(@Nullable String text) {
		try {
			return (text != null) ? AnimeId.of(text) : null;
		}
		catch (IllegalArgumentException ex) {
			throw ApiProblem.badParameter("anime", "must be an id");
		}
	}

	/**
	 * What to apply.
	 *
	 * @param source {@code latest} for the newest release of the configured repository,
	 * or the file or address of a release
	 * @param dryRun whether to end with the plan; false if absent
	 * @param force to go on although the release did not pass the safety gates
	 */
	record Start(@NotBlank @Size(max = 2000) String source, @Nullable Boolean dryRun, @Valid @Nullable Force force) {
	}

	/**
	 * Why the safety gates shall not count.
	 *
	 * @param reason the reason, for those who look at the sync later
	 */
	record Force(@NotBlank @Size(max = 500) String reason) {
	}

}

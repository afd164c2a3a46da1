package io.mokuroku.sync.snapshot;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.mokuroku.job.RunQueue;
import io.mokuroku.job.RunState;
import io.mokuroku.sync.run.SyncCatalogue;
import io.mokuroku.web.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Putting snapshots back.
 */
@RestController
@RequestMapping("/v1/restores")
class RestoresController {

	private static final int SHOWN = 20;

	private final RunQueue<RestoreRun> runs;

	private final Snapshots snapshots;

	private final SyncCatalogue syncs;

	RestoresController(RunQueue<RestoreRun> runs, Snapshots snapshots, SyncCatalogue syncs) {
		this.runs = runs;
		this.snapshots = snapshots;
		this.syncs = syncs;
	}

	/** Starts a restore, or answers with the same one that is under way. */
	@PostMapping
	ResponseEntity<Document> start(@Valid @RequestBody Start start) {
		RestoreRun.Order order = start.order();
		refuseUnusable(order);
		String requestId = "api-" + UUID.randomUUID();
		RestoreRun run = this.runs.request(requestId, (id, now) -> RestoreRun.accepted(id, requestId, order, now));
		if (!run.order().equals(order)) {
			throw ApiProblem.conflict("restore_under_way", "Another restore is under way: " + run.id());
		}
		return ResponseEntity.accepted().location(URI.create("/v1/restores/" + run.id())).body(Document.of(run));
	}

	/** A restore as it stands. */
	@GetMapping("/{id}")
	Document find(@PathVariable String id) {
		return this.runs.find(id)
			.map(Document::of)
			.orElseThrow(() -> ApiProblem.notFound("restore_not_found", "There is no restore " + id));
	}

	/** The latest restores, the newest first. */
	@GetMapping
	Documents latest() {
		return new Documents(this.runs.latest(SHOWN).stream().map(Resource::of).toList());
	}

	private void refuseUnusable(RestoreRun.Order order) {
		try {
			if (this.snapshots.find(order.snapshotId()).isEmpty()) {
				throw ApiProblem.notFound("snapshot_not_found", "There is no snapshot " + order.snapshotId());
			}
		}
		catch (SnapshotUnusable ex) {
			throw ApiProblem.conflict("snapshot_unusable", String.valueOf(ex.getMessage()));
		}
		if (!order.verifyOnly() && !order.duringSync() && this.syncs.underWay()) {
			throw ApiProblem.conflict("sync_under_way",
					"A release is being applied; wait for its end, or ask again with duringSync");
		}
	}

	/**
	 * What to restore.
	 *
	 * @param snapshotId which snapshot
	 * @param mode {@code newer-wins} or {@code snapshot-wins}
	 * @param verifyOnly compare with the tables and write nothing
	 * @param duringSync go on although a release is being applied
	 */
	record Start(@NotNull @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z.-]{0,63}") String snapshotId,
			@NotNull RestoreMode mode, @Nullable Boolean verifyOnly, @Nullable Boolean duringSync) {

		RestoreRun.Order order() {
			return new RestoreRun.Order(this.snapshotId, this.mode, Boolean.TRUE.equals(this.verifyOnly),
					Boolean.TRUE.equals(this.duringSync));
		}

	}

	record Document(Resource data) {

		static Document of(RestoreRun run) {
			return new Document(Resource.of(run));
		}

	}

	record Documents(List<Resource> data) {
	}

	record Resource(String type, String id, Attributes attributes) {

		static Resource of(RestoreRun run) {
			return new Resource("restore", run.id(), new Attributes(run.state(), run.order(), run.counts(),
					run.differences(), run.startedAt().toString(), run.updatedAt().toString(), run.error()));
		}

	}

	record Attributes(RunState state, RestoreRun.Order order, RestoreRun.Counts counts, List<Difference> differences,
			String startedAt, String updatedAt, @Nullable String error) {
	}

}

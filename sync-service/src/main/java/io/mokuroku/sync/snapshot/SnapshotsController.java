package io.mokuroku.sync.snapshot;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.mokuroku.export.Licence;
import io.mokuroku.job.RunQueue;
import io.mokuroku.job.RunState;
import io.mokuroku.message.SnapshotRequested.Cause;
import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Taking snapshots and looking at them. What lies in the store is shown even where no
 * table tells of it any more.
 */
@RestController
@RequestMapping("/v1/snapshots")
class SnapshotsController {

	private static final int SHOWN = 20;

	private final RunQueue<SnapshotRun> runs;

	private final Snapshots snapshots;

	SnapshotsController(RunQueue<SnapshotRun> runs, Snapshots snapshots) {
		this.runs = runs;
		this.snapshots = snapshots;
	}

	/** Takes a snapshot, or answers with the one that is being taken. */
	@PostMapping
	ResponseEntity<Document> take() {
		String requestId = "api-" + UUID.randomUUID();
		SnapshotRun run = this.runs.request(requestId,
				(id, now) -> SnapshotRun.accepted(id, requestId, Cause.ON_DEMAND, now));
		return ResponseEntity.accepted()
			.location(URI.create("/v1/snapshots/" + run.id()))
			.body(new Document(Resource.of(run, null)));
	}

	/** A snapshot, or the run that takes it or failed to. */
	@GetMapping("/{id}")
	Document find(@PathVariable String id) {
		Optional<SnapshotRun> run = this.runs.find(id);
		Manifest manifest = manifest(id).orElse(null);
		return run.map((known) -> new Document(Resource.of(known, manifest)))
			.or(() -> Optional.ofNullable(manifest).map((good) -> new Document(Resource.of(good))))
			.orElseThrow(() -> ApiProblem.notFound("snapshot_not_found", "There is no snapshot " + id));
	}

	/**
	 * Every good snapshot, and the latest runs that did not come to one; newest first.
	 */
	@GetMapping
	Documents all() {
		List<Resource> all = new ArrayList<>(this.snapshots.all().stream().map(Resource::of).toList());
		this.runs.latest(SHOWN)
			.stream()
			.filter((run) -> run.state() != RunState.SUCCEEDED)
			.map((run) -> Resource.of(run, null))
			.forEach(all::add);
		all.sort(Comparator.comparing(Resource::id).reversed());
		return new Documents(all);
	}

	private Optional<Manifest> manifest(String id) {
		try {
			return this.snapshots.find(id);
		}
		catch (SnapshotUnusable | IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	record Document(Resource data) {
	}

	record Documents(List<Resource> data) {
	}

	record Resource(String type, String id, Attributes attributes) {

		static Resource of(SnapshotRun run, @Nullable Manifest manifest) {
			return new Resource("snapshot", run.id(),
					new Attributes(run.state(), manifest != null, run.cause(), run.counts(), Contents.of(manifest),
							run.startedAt().toString(), run.updatedAt().toString(), run.error()));
		}

		static Resource of(Manifest manifest) {
			return new Resource("snapshot", manifest.id(),
					new Attributes(RunState.SUCCEEDED, true, manifest.cause(), null, Contents.of(manifest),
							manifest.readPoint().start().toString(), manifest.readPoint().end().toString(), null));
		}

	}

	/**
	 * A snapshot and how it came about.
	 *
	 * @param good whether it is whole, verified and can be restored
	 * @param counts what the run has done, where it is still known
	 * @param contents what it holds, once it is good
	 */
	record Attributes(RunState state, boolean good, Cause cause, SnapshotRun.@Nullable Counts counts,
			@Nullable Contents contents, String startedAt, String updatedAt, @Nullable String error) {
	}

	/**
	 * What a snapshot holds.
	 *
	 * @param bytes the size of its files, compressed
	 */
	record Contents(int schemaVersion, Manifest.ReadPoint readPoint, @Nullable String sourceRelease, Licence licence,
			List<TableContents> tables, int files, long bytes) {

		static @Nullable Contents of(@Nullable Manifest manifest) {
			return (manifest == null) ? null
					: new Contents(manifest.schemaVersion(), manifest.readPoint(), manifest.sourceRelease(),
							manifest.licence(), manifest.tables(), manifest.files().size(),
							manifest.files().stream().mapToLong(SnapshotFile::bytes).sum());
		}

	}

}

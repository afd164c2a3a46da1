package io.mokuroku.sync.run;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.mokuroku.web.ApiProblem;
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
import org.springframework.web.bind.annotation.RestController;

/**
 * Starting runs and watching them.
 */
@RestController
@RequestMapping("/v1/syncs")
class SyncRunsController {

	private static final int SHOWN = 20;

	private final SyncCatalogue syncs;

	SyncRunsController(SyncCatalogue syncs) {
		this.syncs = syncs;
	}

	/** Starts a run, or answers with the one that is under way. */
	@PostMapping
	ResponseEntity<Document> start(@Valid @RequestBody Start start) {
		SyncRun run = this.syncs.request(start.source(), "api-" + UUID.randomUUID());
		return ResponseEntity.accepted().location(URI.create("/v1/syncs/" + run.id())).body(Document.of(run));
	}

	/** A run as it stands. */
	@GetMapping("/{id}")
	Document find(@PathVariable String id) {
		return this.syncs.find(id)
			.map(Document::of)
			.orElseThrow(() -> ApiProblem.notFound("sync_not_found", "There is no sync " + id));
	}

	/** The latest runs, the newest first. */
	@GetMapping
	Documents latest() {
		return new Documents(this.syncs.latest(SHOWN).stream().map(Resource::of).toList());
	}

	/**
	 * What to apply.
	 *
	 * @param source {@code latest} for the newest release of the configured repository,
	 * or the file or address of a release
	 */
	record Start(@NotBlank @Size(max = 2000) String source) {
	}

	record Document(Resource data) {

		static Document of(SyncRun run) {
			return new Document(Resource.of(run));
		}

	}

	record Documents(List<Resource> data) {
	}

	record Resource(String type, String id, Attributes attributes) {

		static Resource of(SyncRun run) {
			return new Resource("sync", run.id(), Attributes.of(run));
		}

	}

	/**
	 * A run in numbers.
	 *
	 * @param perSecond positions dealt with per second since the start
	 * @param secondsLeft how long the rest takes at that rate
	 */
	record Attributes(SyncRun.State state, String source, @Nullable String release, Counts counts, String startedAt,
			String updatedAt, @Nullable Double perSecond, @Nullable Long secondsLeft, @Nullable String error) {

		static Attributes of(SyncRun run) {
			double seconds = Duration.between(run.startedAt(), run.updatedAt()).toMillis() / 1000.0;
			Double rate = (run.counts().done() > 0 && seconds > 0)
					? Math.round(10 * run.counts().done() / seconds) / 10.0 : null;
			Long left = (rate != null && rate > 0 && !run.state().ended())
					? Math.round((run.counts().total() - run.counts().done()) / rate) : null;
			return new Attributes(run.state(), run.source(), (run.release() != null) ? run.release().name() : null,
					run.counts(), run.startedAt().toString(), run.updatedAt().toString(), rate, left, run.error());
		}

	}

}

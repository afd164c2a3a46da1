package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.telemetry.TraceContexts;

/**
 * Starts an execution for a request. The lock of the entry is taken first and its fencing
 * number names the execution, so the same request delivered twice is one start: the same
 * owner gets the same lock, and Step Functions starts a name only once.
 */
final class StartEnrichment {

	private static final Duration WHILE_HELD = Duration.ofMinutes(5);

	private static final Duration WHILE_FULL = Duration.ofSeconds(10);

	private final AnimeStore store;

	private final ProcessingLocks locks;

	private final Executions executions;

	private final EnrichmentRuns runs;

	private final Workload workload;

	private final TraceContexts traces;

	private final InstantSource clock;

	private final EnrichmentSettings settings;

	StartEnrichment(AnimeStore store, ProcessingLocks locks, Executions executions, EnrichmentRuns runs,
			Workload workload, TraceContexts traces, InstantSource clock, EnrichmentSettings settings) {
		this.store = store;
		this.locks = locks;
		this.executions = executions;
		this.runs = runs;
		this.workload = workload;
		this.traces = traces;
		this.clock = clock;
		this.settings = settings;
	}

	/**
	 * Starts an execution, if the entry is free and there is room.
	 * @throws PermanentFailure with code {@code unknown_anime} if there is no such entry,
	 * {@code redirected} if it was merged into another
	 */
	StartOutcome start(EnrichmentRequested request) {
		AnimeEntry entry = this.store.find(request.animeId())
			.orElseThrow(() -> new PermanentFailure("unknown_anime", "No entry " + request.animeId()));
		if (entry.lifecycle() == Lifecycle.REDIRECT) {
			throw new PermanentFailure("redirected", request.animeId() + " leads to " + entry.mergedInto());
		}
		Optional<EnrichmentRuns.Run> latest = this.runs.findLatest(request.animeId());
		if (latest.isPresent() && latest.get().requestId().equals(request.requestId())) {
			return new StartOutcome.Started(latest.get().executionArn());
		}
		if (this.workload.openTasks() >= this.settings.maxRunning()) {
			return new StartOutcome.Busy("workers_busy", WHILE_FULL);
		}
		Optional<Lock> lock = this.locks.tryAcquire(request.animeId(), request.requestId(), this.settings.lockFor());
		if (lock.isEmpty()) {
			return new StartOutcome.Busy("entry_locked", WHILE_HELD);
		}
		String execution = this.executions.start(request.animeId() + "-" + lock.get().fencing(), WorkflowJson.MAPPER
			.writeValueAsString(ExecutionInput.of(request, lock.get(), this.traces.current().orElse(null))));
		this.runs.putLatest(request.animeId(),
				new EnrichmentRuns.Run(request.requestId(), execution, request.mode().name(), this.clock.instant()));
		return new StartOutcome.Started(execution);
	}

	/**
	 * The same for a request that nobody will repeat: if it fails, the entry is free
	 * again.
	 */
	StartOutcome startOnce(EnrichmentRequested request) {
		try {
			return start(request);
		}
		catch (RuntimeException ex) {
			giveBack(request, ex);
			throw ex;
		}
	}

	private void giveBack(EnrichmentRequested request, RuntimeException reason) {
		try {
			this.locks.find(request.animeId())
				.filter((lock) -> lock.owner().equals(request.requestId()))
				.ifPresent(this.locks::release);
		}
		catch (RuntimeException ex) {
			reason.addSuppressed(ex);
		}
	}

}

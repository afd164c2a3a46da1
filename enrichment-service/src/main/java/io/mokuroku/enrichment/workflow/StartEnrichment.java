package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.TraceContexts;
import tools.jackson.databind.JsonNode;

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

	private final DeadExecutions dead;

	private final PayloadSchemas schemas;

	private final Workload workload;

	private final KeptAnswers answers;

	private final TraceContexts traces;

	private final InstantSource clock;

	private final EnrichmentSettings settings;

	StartEnrichment(AnimeStore store, ProcessingLocks locks, Executions executions, EnrichmentRuns runs,
			DeadExecutions dead, PayloadSchemas schemas, Workload workload, KeptAnswers answers, TraceContexts traces,
			InstantSource clock, EnrichmentSettings settings) {
		this.store = store;
		this.locks = locks;
		this.executions = executions;
		this.runs = runs;
		this.dead = dead;
		this.schemas = schemas;
		this.workload = workload;
		this.answers = answers;
		this.traces = traces;
		this.clock = clock;
		this.settings = settings;
	}

	/**
	 * Starts an execution, if the entry is free and there is room.
	 * @throws PermanentFailure with code {@code unknown_anime} if there is no such entry,
	 * {@code redirected} if it was merged into another, {@code rejected} if a person
	 * refused it and the dataset has not changed its mind
	 */
	StartOutcome start(EnrichmentRequested request) {
		return start(request, false);
	}

	private StartOutcome start(EnrichmentRequested request, boolean anew) {
		AnimeEntry entry = this.store.get(request.animeId());
		if (entry.lifecycle() == Lifecycle.REDIRECT) {
			throw new PermanentFailure("redirected", request.animeId() + " leads to " + entry.mergedInto());
		}
		if (entry.lifecycle() == Lifecycle.DRAFT && entry.review() == ReviewState.REJECTED) {
			throw new PermanentFailure("rejected",
					request.animeId() + " was refused and the dataset says the same of it since");
		}
		Optional<EnrichmentRuns.Run> latest = this.runs.findLatest(request.animeId());
		if (latest.isPresent() && latest.get().requestId().equals(request.requestId())) {
			return new StartOutcome.Started(latest.get().executionArn());
		}
		if (this.workload.openTasks() >= this.settings.maxRunning()) {
			return new StartOutcome.Busy("workers_busy", WHILE_FULL);
		}
		Optional<Lock> lock = lock(request);
		if (lock.isEmpty()) {
			return new StartOutcome.Busy("entry_locked", WHILE_HELD);
		}
		if (anew || isBehind(request, entry)) {
			this.answers.forget(entry);
		}
		String name = new ExecutionName(request.animeId(), lock.get().fencing()).toString();
		String execution = this.executions.start(name, input(request, lock.get()));
		this.runs.putLatest(request.animeId(),
				new EnrichmentRuns.Run(request.requestId(), execution, request.mode().name(), this.clock.instant()));
		return new StartOutcome.Started(execution);
	}

	/** What the dataset has and kept answers have not has come since. */
	private static boolean isBehind(EnrichmentRequested request, AnimeEntry entry) {
		return request.mode() == EnrichmentRequested.Mode.REFRESH
				&& (entry.standing().flags().contains(Standing.Flag.EPISODE_GAP)
						|| entry.standing().flags().contains(Standing.Flag.STATUS_ADVANCED));
	}

	private String input(EnrichmentRequested request, Lock lock) {
		JsonNode input = WorkflowJson.MAPPER
			.valueToTree(ExecutionInput.of(request, lock, this.traces.current().orElse(null)));
		this.schemas.checkInput("execution", input);
		return WorkflowJson.MAPPER.writeValueAsString(input);
	}

	/** An execution that died without giving its entry back does not keep it. */
	private Optional<Lock> lock(EnrichmentRequested request) {
		Optional<Lock> lock = tryAcquire(request);
		if (lock.isEmpty() && this.locks.find(request.animeId()).filter(this::isFreed).isPresent()) {
			return tryAcquire(request);
		}
		return lock;
	}

	/** While nobody can tell who runs, whoever holds the entry keeps it. */
	private boolean isFreed(Lock held) {
		try {
			return this.dead.free(held);
		}
		catch (RetryableFailure ex) {
			return false;
		}
	}

	private Optional<Lock> tryAcquire(EnrichmentRequested request) {
		return this.locks.tryAcquire(request.animeId(), request.requestId(), this.settings.lockFor());
	}

	/**
	 * The same for a request of a person, which nobody will repeat: if it fails, the
	 * entry is free again. Providers are asked anew, because whoever asks on purpose
	 * knows of something that has changed.
	 */
	StartOutcome startOnce(EnrichmentRequested request) {
		try {
			return start(request, true);
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

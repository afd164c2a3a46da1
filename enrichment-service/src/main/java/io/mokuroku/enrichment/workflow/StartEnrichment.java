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
	 * Starts an execution, if the entry is free and there is room. A request that fails
	 * for good does not keep the entry: its lock is given back, unless an execution runs
	 * under it.
	 * @throws PermanentFailure with code {@code unknown_anime} if there is no such entry,
	 * {@code redirected} if it was merged into another, {@code rejected} if a person
	 * refused it and the dataset has not changed its mind, {@code execution_refused} if
	 * Step Functions will never start it
	 */
	StartOutcome start(EnrichmentRequested request) {
		return start(request, false);
	}

	/**
	 * The same for a request of a person, which nobody will repeat: whatever it fails of,
	 * the entry is free again, unless an execution runs or nobody can tell. So nothing is
	 * begun while Step Functions does not answer. Providers are asked anew, because
	 * whoever asks on purpose knows of something that has changed.
	 */
	StartOutcome startOnce(EnrichmentRequested request) {
		var _ = this.executions.findByName(new ExecutionName(request.animeId(), 0).toString());
		return start(request, true);
	}

	private StartOutcome start(EnrichmentRequested request, boolean once) {
		Optional<EnrichmentRuns.Run> latest = this.runs.findLatest(request.animeId());
		if (latest.isPresent() && latest.get().requestId().equals(request.requestId())) {
			return new StartOutcome.Started(latest.get().executionArn());
		}
		StartOutcome outcome = begin(request, once);
		if (outcome instanceof StartOutcome.Started(String execution)) {
			this.runs.putLatest(request.animeId(), new EnrichmentRuns.Run(request.requestId(), execution,
					request.mode().name(), this.clock.instant()));
		}
		return outcome;
	}

	/** Once this has begun an execution, nothing here gives its lock back. */
	private StartOutcome begin(EnrichmentRequested request, boolean once) {
		try {
			return tryToBegin(request, once);
		}
		catch (RuntimeException ex) {
			if (once || ex instanceof PermanentFailure) {
				giveBack(request, ex);
			}
			throw ex;
		}
	}

	private StartOutcome tryToBegin(EnrichmentRequested request, boolean anew) {
		AnimeEntry entry = this.store.get(request.animeId());
		if (entry.lifecycle() == Lifecycle.REDIRECT) {
			throw new PermanentFailure("redirected", request.animeId() + " leads to " + entry.mergedInto());
		}
		if (entry.lifecycle() == Lifecycle.DRAFT && entry.review() == ReviewState.REJECTED) {
			throw new PermanentFailure("rejected",
					request.animeId() + " was refused and the dataset says the same of it since");
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
		String name = ExecutionName.under(lock.get()).toString();
		return new StartOutcome.Started(this.executions.start(name, input(request, lock.get())));
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

	/**
	 * The lock to start under. Neither an execution that died without giving its entry
	 * back nor a request that was given up keeps it.
	 */
	private Optional<Lock> lock(EnrichmentRequested request) {
		Optional<Lock> lock = tryAcquire(request);
		boolean free = lock.isPresent() ? this.dead.letGo(lock.get())
				: this.locks.find(request.animeId()).filter(this::isFreed).isPresent();
		return free ? tryAcquire(request) : lock;
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

	/** Gives back what the request holds, be it from an attempt before. */
	private void giveBack(EnrichmentRequested request, RuntimeException reason) {
		try {
			this.locks.find(request.animeId())
				.filter((lock) -> lock.owner().equals(request.requestId()))
				.filter((lock) -> !mayBeWorkedUnder(lock))
				.ifPresent(this.locks::release);
		}
		catch (RuntimeException ex) {
			reason.addSuppressed(ex);
		}
	}

	/**
	 * Whether an execution runs under a lock. While Step Functions does not tell, one may
	 * have started although it did not say so.
	 */
	private boolean mayBeWorkedUnder(Lock lock) {
		try {
			return this.executions.findByName(ExecutionName.under(lock).toString())
				.filter(Executions.State::isRunning)
				.isPresent();
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

}

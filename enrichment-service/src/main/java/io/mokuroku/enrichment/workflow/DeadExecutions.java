package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what executions hold that ended without their own clean-up: somebody stopped
 * them, or Step Functions gave them up in a way that no Catch sees.
 */
final class DeadExecutions {

	private static final Logger logger = LoggerFactory.getLogger(DeadExecutions.class);

	private static final String NOBODY = "-";

	/** By then a message has had its attempts, unless it still waits on its queue. */
	private static final Duration WHILE_TRIED = Duration.ofHours(1);

	private final Executions executions;

	private final ProcessingLocks locks;

	private final WorkArea area;

	private final Aftercare aftercare;

	private final InstantSource clock;

	DeadExecutions(Executions executions, ProcessingLocks locks, WorkArea area, Aftercare aftercare,
			InstantSource clock) {
		this.executions = executions;
		this.locks = locks;
		this.area = area;
		this.aftercare = aftercare;
		this.clock = clock;
	}

	/**
	 * Removes what is left of executions that do not run any more. One whose rest cannot
	 * be read or removed does not keep that of the others.
	 * @param keepFor how long after the last sign of life
	 * @return how many
	 * @throws RetryableFailure if it cannot be told which run, or, once the others are
	 * done, if what is left of some could not be read or removed
	 */
	int sweep(Duration keepFor) {
		int swept = 0;
		Map<String, RuntimeException> left = new LinkedHashMap<>();
		for (String name : this.area.untouchedSince(this.clock.instant().minus(keepFor), left::put)) {
			Optional<Executions.State> state = this.executions.findByName(name);
			if (state.isEmpty() || !state.get().isRunning()) {
				try {
					giveBack(name);
					swept++;
				}
				catch (RuntimeException ex) {
					left.put(name, ex);
				}
			}
		}
		this.area.measure();
		if (swept > 0) {
			logger.warn("work area swept executions={}", swept);
		}
		if (!left.isEmpty()) {
			RuntimeException first = left.values().iterator().next();
			throw new RetryableFailure("Not cleaned up: " + left.keySet() + ", the first because of " + first, first);
		}
		return swept;
	}

	/**
	 * Frees an entry that a dead execution holds, or a request that was given up before
	 * it could start one.
	 * @return whether it did
	 */
	boolean free(Lock held) {
		Optional<Executions.State> state = this.executions.findByName(nameUnder(held));
		if (state.isEmpty()) {
			return isAbandoned(held) && this.locks.release(held);
		}
		if (state.get().isRunning()) {
			return false;
		}
		giveBack(nameUnder(held));
		return true;
	}

	/**
	 * Gives back the lock of a request that comes again, if it was taken a while ago and
	 * no execution was started under it. Others may be taking it for abandoned just now,
	 * so the request needs another to start under.
	 * @return whether the request does not hold it any more
	 */
	boolean letGo(Lock own) {
		boolean unused = isOlderThan(ProcessingLocks.CLOCK_SKEW, own)
				&& this.executions.findByName(nameUnder(own)).isEmpty();
		if (unused) {
			this.locks.release(own);
		}
		return unused;
	}

	private boolean isAbandoned(Lock held) {
		return isOlderThan(SingleRequest.isId(held.owner()) ? ProcessingLocks.CLOCK_SKEW : WHILE_TRIED, held);
	}

	/** Locks are numbered by the millisecond in which they are taken, or higher. */
	private boolean isOlderThan(Duration age, Lock lock) {
		return Instant.ofEpochMilli(lock.fencing()).plus(age).isBefore(this.clock.instant());
	}

	private static String nameUnder(Lock lock) {
		return ExecutionName.under(lock).toString();
	}

	/** Gives back what an execution holds that does not run any more. */
	void giveBack(String name) {
		Optional<ExecutionName> parsed = ExecutionName.parse(name);
		if (parsed.isEmpty()) {
			this.area.remove(name);
		}
		else {
			String owner = this.locks.find(parsed.get().animeId())
				.filter((lock) -> lock.fencing() == parsed.get().fencing())
				.map(Lock::owner)
				.orElse(NOBODY);
			this.aftercare.cleanUp(new TaskRun(name, parsed.get().animeId()), owner);
		}
		logger.info("dead execution cleaned up execution={}", name);
	}

}

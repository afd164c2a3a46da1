package io.mokuroku.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.mokuroku.message.PermanentFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the runs of one kind that have not ended, the oldest first, whoever asked for
 * them and whoever began them. Every instance has such a worker; one of all those that
 * share a turn works at a time.
 *
 * @param <R> the kind of run
 */
final class RunWorker<R extends Run<R>> {

	private static final Logger logger = LoggerFactory.getLogger(RunWorker.class);

	private final RunTable<R> runs;

	private final Jobs.Work<R> work;

	private final Jobs.Turns turns;

	private final InstantSource clock;

	private final String name;

	private final Duration lease;

	private final Duration lookEvery;

	private final LeftHold others;

	private final Semaphore woken = new Semaphore(0);

	private volatile @Nullable Thread worker;

	/**
	 * A worker.
	 * @param name its name among all workers
	 */
	RunWorker(RunTable<R> runs, Jobs.Work<R> work, Jobs.Turns turns, InstantSource clock, String name,
			JobSettings settings) {
		this.runs = runs;
		this.work = work;
		this.turns = turns;
		this.clock = clock;
		this.name = name;
		this.lease = settings.lease();
		this.lookEvery = settings.lookEvery();
		this.others = new LeftHold(settings.lease(), settings.clockSkew());
	}

	/** Makes the worker look for a run at once. */
	void wake() {
		this.woken.release();
	}

	/**
	 * Works on the oldest run that has not ended, if there is one and the turn is free.
	 * @return whether there was
	 */
	boolean workOnce() throws InterruptedException {
		Turn.Standing standing = this.runs.turn().look();
		Instant now = this.clock.instant();
		Optional<Turn.Hold> dead = this.others.dead(standing, now);
		List<String> open = this.runs.open(standing);
		if (open.isEmpty()) {
			return false;
		}
		String id = open.getFirst();
		Turn.Hold hold = new Turn.Hold(this.name, now.plus(this.lease));
		if (!this.runs.turn().take(this.runs.nameOf(id), hold, dead.orElse(null), now)) {
			return false;
		}
		try (Lease<R> mine = new Lease<>(this.runs, id, this.name, this.lease, this.clock, hold.until())) {
			attempt(this.runs.find(id).orElseThrow(), mine);
			return true;
		}
	}

	void start() {
		Thread started = Thread.ofPlatform().name(this.runs.kind()).unstarted(this::workOn);
		this.worker = started;
		started.start();
	}

	void stop() {
		Thread started = this.worker;
		this.worker = null;
		if (started != null) {
			started.interrupt();
		}
	}

	boolean isRunning() {
		return this.worker != null;
	}

	private void workOn() {
		while (Thread.currentThread() == this.worker) {
			try {
				boolean worked = false;
				try {
					worked = workOnce();
				}
				catch (RuntimeException ex) {
					logger.warn("{} interrupted, will be resumed failure={}", this.runs.kind(), ex.toString());
				}
				if (!worked && this.woken.tryAcquire(this.lookEvery.toMillis(), TimeUnit.MILLISECONDS)) {
					this.woken.drainPermits();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (Error ex) {
				logger.error("no more runs kind={}", this.runs.kind(), ex);
				this.worker = null;
				throw ex;
			}
		}
	}

	private void attempt(R asLeft, Lease<R> mine) throws InterruptedException {
		logger.info("{} taken run={} worker={} state={}", this.runs.kind(), asLeft.id(), this.name, asLeft.state());
		try {
			if (mine.stopRequested()) {
				end(mine, asLeft, RunState.CANCELLED, "stopped on request");
				return;
			}
			R run = asLeft.in(RunState.RUNNING, null, this.clock.instant());
			if (!run.equals(asLeft)) {
				mine.reached(run);
			}
			R done = this.work.work(run, mine);
			if (!done.state().ended()) {
				end(mine, done, RunState.SUCCEEDED, null);
			}
		}
		catch (GivenUp ex) {
			end(mine, latestOf(asLeft), RunState.FAILED, reason(ex));
		}
		catch (InterruptedException ex) {
			mine.release();
			throw ex;
		}
		catch (RunLost ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (Thread.interrupted()) {
				mine.release();
				throw new InterruptedException();
			}
			fail(mine, asLeft, ex);
		}
	}

	/**
	 * Begins again later, or gives up if no repetition mends it or that was the last
	 * attempt.
	 */
	private void fail(Lease<R> mine, R asLeft, RuntimeException failure) {
		if (failure instanceof PermanentFailure || wasLastAttempt(asLeft)) {
			logger.warn("{} failed run={} for good", this.runs.kind(), asLeft.id(), failure);
			end(mine, latestOf(asLeft), RunState.FAILED, reason(failure));
			return;
		}
		mine.fail(this.turns.pause());
		throw failure;
	}

	private boolean wasLastAttempt(R asLeft) {
		return this.turns.attempts() < Integer.MAX_VALUE
				&& this.runs.failures(asLeft.id()) + 1 >= this.turns.attempts();
	}

	private R latestOf(R asLeft) {
		return this.runs.find(asLeft.id()).orElse(asLeft);
	}

	private void end(Lease<R> mine, R run, RunState state, @Nullable String why) {
		mine.reached(run.in(state, why, this.clock.instant()));
		logger.info("{} ended run={} state={} reason={}", this.runs.kind(), run.id(), state, why);
	}

	private static String reason(Exception ex) {
		return Objects.requireNonNullElse(ex.getMessage(), ex.toString());
	}

}

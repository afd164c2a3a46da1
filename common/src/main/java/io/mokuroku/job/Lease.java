package io.mokuroku.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker's hold on one run while it works. It is renewed in the background until it
 * is closed; a worker that could not renew it in time stops, because another may have
 * gone on. When it ends is reckoned by this worker's clock alone.
 *
 * @param <R> the kind of run
 */
final class Lease<R extends Run<R>> implements Jobs.Progress<R>, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Lease.class);

	private final RunTable<R> runs;

	private final String runId;

	private final String worker;

	private final Duration length;

	private final InstantSource clock;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("lease").factory());

	private Instant until;

	private boolean over;

	/**
	 * A hold that has just been taken.
	 * @param until when it ends unless it is renewed
	 */
	Lease(RunTable<R> runs, String runId, String worker, Duration length, InstantSource clock, Instant until) {
		this.runs = runs;
		this.runId = runId;
		this.worker = worker;
		this.length = length;
		this.clock = clock;
		this.until = until;
		long every = Math.max(1, length.toMillis() / 3);
		var _ = this.timer.scheduleWithFixedDelay(this::renewInTime, every, every, TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void reached(R run) {
		check();
		if (!this.runs.progress(run, this.worker)) {
			this.over = true;
			throw new RunLost(this.runId);
		}
		this.over = run.state().ended();
	}

	@Override
	public synchronized boolean stopRequested() {
		check();
		return this.runs.stopRequested(this.runId);
	}

	/** Lets go of the run, which goes on later, with any worker. */
	synchronized void release() {
		if (!this.over) {
			this.over = true;
			this.runs.turn().release(this.worker);
		}
	}

	/** Counts a failure and lets go of the run, for everybody for a while. */
	synchronized void fail(Duration pause) {
		if (!this.over) {
			this.over = true;
			this.runs.failed(this.runId, this.worker, this.clock.instant().plus(pause));
		}
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	/**
	 * Renews the hold in passing. One that was not renewed in time goes on if nobody has
	 * taken it since.
	 */
	private void check() {
		Instant now = this.clock.instant();
		if (!this.over && now.isAfter(this.until.minus(this.length.multipliedBy(2).dividedBy(3)))) {
			renew(now);
		}
		if (this.over) {
			throw new RunLost(this.runId);
		}
	}

	private synchronized void renewInTime() {
		try {
			if (!this.over) {
				renew(this.clock.instant());
			}
		}
		catch (RuntimeException ex) {
			logger.warn("lease not renewed, trying again run={} failure={}", this.runId, ex.toString());
		}
	}

	private void renew(Instant now) {
		Turn.Hold next = new Turn.Hold(this.worker, now.plus(this.length));
		if (this.runs.turn().take(this.runs.nameOf(this.runId), next, null, now)) {
			this.until = next.until();
		}
		else {
			this.over = true;
		}
	}

}

package io.mokuroku.sync.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Works on the run that is under way, whoever asked for it and whoever began it. Several
 * instances may try; one at a time has it.
 */
final class RunWorker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RunWorker.class);

	private final SyncRuns runs;

	private final Turn turn;

	private final RunRelease releases;

	private final InstantSource clock;

	private final String name;

	private final Duration lease;

	private final Duration look;

	private final Semaphore woken = new Semaphore(0);

	private volatile @Nullable Thread worker;

	/**
	 * A worker.
	 * @param name its name among all workers
	 * @param lease how long another waits for it after a crash
	 * @param look how often it looks for a run
	 */
	RunWorker(SyncRuns runs, Turn turn, RunRelease releases, InstantSource clock, String name, Duration lease,
			Duration look) {
		this.runs = runs;
		this.turn = turn;
		this.releases = releases;
		this.clock = clock;
		this.name = name;
		this.lease = lease;
		this.look = look;
	}

	/** Makes the worker look for a run at once. */
	void wake() {
		this.woken.release();
	}

	/**
	 * Works on the run that is under way, if there is one and nobody has it.
	 * @return whether there was
	 */
	boolean workOnce() throws InterruptedException {
		Optional<SyncRun> run = this.turn.current().flatMap(this.runs::find);
		if (run.isEmpty()) {
			return false;
		}
		Lease hold = new Lease(this.turn, run.get().id(), this.name, this.lease, this.clock);
		if (!hold.mine()) {
			return false;
		}
		try (Heartbeat _ = new Heartbeat(hold, this.lease)) {
			SyncRun asLeft = this.runs.find(run.get().id()).orElseThrow();
			logger.info("run taken run={} worker={} phase={} done={}", asLeft.id(), this.name, asLeft.phase(),
					asLeft.counts().done());
			this.releases.work(asLeft, hold);
			return true;
		}
		catch (RetryableFailure | InterruptedException ex) {
			hold.release();
			throw ex;
		}
	}

	@Override
	public void start() {
		Thread started = Thread.ofPlatform().name("sync").unstarted(this::work);
		this.worker = started;
		started.start();
	}

	@Override
	public void stop() {
		Thread started = this.worker;
		this.worker = null;
		if (started != null) {
			started.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.worker != null;
	}

	private void work() {
		while (Thread.currentThread() == this.worker) {
			try {
				boolean worked = false;
				try {
					worked = workOnce();
				}
				catch (RuntimeException ex) {
					logger.warn("run interrupted, will be resumed failure={}", ex.toString());
				}
				if (!worked && this.woken.tryAcquire(this.look.toMillis(), TimeUnit.MILLISECONDS)) {
					this.woken.drainPermits();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	/** Renews a hold while long steps are under way. */
	private static final class Heartbeat implements AutoCloseable {

		private final ScheduledExecutorService timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sync-lease").factory());

		Heartbeat(Lease lease, Duration length) {
			long every = Math.max(1, length.toMillis() / 5);
			var _ = this.timer.scheduleWithFixedDelay(() -> renew(lease), every, every, TimeUnit.MILLISECONDS);
		}

		private static void renew(Lease lease) {
			try {
				lease.renew();
			}
			catch (RetryableFailure ex) {
				logger.warn("lease not renewed, trying again failure={}", ex.toString());
			}
		}

		@Override
		public void close() {
			this.timer.shutdownNow();
		}

	}

}

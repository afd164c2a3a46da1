package io.mokuroku.search.list;

import java.time.Duration;
import java.time.InstantSource;

import io.mokuroku.job.RunQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Asks for lists after the start, and again until there are some. All instances ask for
 * the same run.
 */
final class FirstLists implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FirstLists.class);

	private final ShownLists shown;

	private final RunQueue<RefreshRun> refreshes;

	private final Duration every;

	private final InstantSource clock;

	private volatile @Nullable Thread worker;

	/**
	 * Not begun yet.
	 * @param every how long it waits before it asks again
	 */
	FirstLists(ShownLists shown, RunQueue<RefreshRun> refreshes, Duration every, InstantSource clock) {
		this.shown = shown;
		this.refreshes = refreshes;
		this.every = every;
		this.clock = clock;
	}

	@Override
	public void start() {
		Thread started = Thread.ofVirtual().name("first-lists").unstarted(this::askUntilThereAreSome);
		this.worker = started;
		started.start();
	}

	private void askUntilThereAreSome() {
		while (Thread.currentThread() == this.worker && this.shown.find().isEmpty()) {
			try {
				ask();
			}
			catch (RuntimeException ex) {
				logger.warn("no lists yet, trying again in={} failure={}", this.every, ex.toString());
			}
			try {
				Thread.sleep(this.every);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	/** The same request from all instances within a span of time. */
	void ask() {
		String request = "first-" + this.clock.millis() / this.every.toMillis();
		this.refreshes.request(request, (id, now) -> RefreshRun.accepted(id, request, now));
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

}

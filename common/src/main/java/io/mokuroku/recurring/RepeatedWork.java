package io.mokuroku.recurring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Does the same again and again while the service runs; a round that fails does not keep
 * the next from being tried.
 */
public final class RepeatedWork implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RepeatedWork.class);

	private final String name;

	private final Runnable work;

	private final Duration every;

	private @Nullable ScheduledExecutorService executor;

	/**
	 * Work that begins with {@link #start}.
	 * @param name of the thread
	 * @param every the distance between rounds
	 */
	public RepeatedWork(String name, Runnable work, Duration every) {
		this.name = name;
		this.work = work;
		this.every = every;
	}

	private void once() {
		try {
			this.work.run();
		}
		catch (RuntimeException ex) {
			logger.warn("round failed work={} failure={}", this.name, ex.toString());
		}
		catch (Error ex) {
			logger.error("no more rounds work={}", this.name, ex);
			throw ex;
		}
	}

	@Override
	public synchronized void start() {
		if (this.executor != null) {
			return;
		}
		ScheduledExecutorService worker = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(this.name).daemon().factory());
		var _ = worker.scheduleWithFixedDelay(this::once, this.every.toMillis(), this.every.toMillis(),
				TimeUnit.MILLISECONDS);
		this.executor = worker;
	}

	@Override
	public synchronized void stop() {
		ScheduledExecutorService worker = this.executor;
		if (worker != null) {
			worker.shutdownNow();
			this.executor = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.executor != null;
	}

}

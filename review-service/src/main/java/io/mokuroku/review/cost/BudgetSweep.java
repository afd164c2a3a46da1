package io.mokuroku.review.cost;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Asks what waits as soon as there is budget again, and tells the meters.
 */
final class BudgetSweep implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(BudgetSweep.class);

	private final AskWithinBudget ask;

	private final ReviewMeters meters;

	private final Duration every;

	private @Nullable ScheduledExecutorService executor;

	BudgetSweep(AskWithinBudget ask, ReviewMeters meters, Duration every) {
		this.ask = ask;
		this.meters = meters;
		this.every = every;
	}

	void sweep() {
		try {
			this.meters.look(this.ask.release());
		}
		catch (RuntimeException ex) {
			logger.warn("waiting reviews cannot be swept failure={}", ex.toString());
		}
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService sweeper = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("budget-sweep").daemon().factory());
		var _ = sweeper.scheduleWithFixedDelay(this::sweep, this.every.toMillis(), this.every.toMillis(),
				TimeUnit.MILLISECONDS);
		this.executor = sweeper;
	}

	@Override
	public synchronized void stop() {
		ScheduledExecutorService sweeper = this.executor;
		if (sweeper != null) {
			sweeper.shutdownNow();
			this.executor = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.executor != null;
	}

}

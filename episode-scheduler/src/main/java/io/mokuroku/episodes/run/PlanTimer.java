package io.mokuroku.episodes.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Registers the daily plan and plans at the start, then plans again and again, because an
 * entry learns its next airing at any time of the day. What fails is tried again soon,
 * then less and less often.
 */
final class PlanTimer implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PlanTimer.class);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

	private final Runnable register;

	private final RunPlans plans;

	private final Duration every;

	private @Nullable ScheduledExecutorService executor;

	private boolean registered;

	private int failures;

	/**
	 * A timer.
	 * @param register registers the daily plan, may be called again
	 * @param every the distance between plans
	 */
	PlanTimer(Runnable register, RunPlans plans, Duration every) {
		this.register = register;
		this.plans = plans;
		this.every = every;
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("plan-timer").daemon().factory());
		this.executor = timer;
		timer.execute(() -> tick(timer, "start"));
	}

	private void tick(ScheduledExecutorService timer, String cause) {
		Duration pause = this.every;
		String nextCause = "interval";
		try {
			if (!this.registered) {
				this.register.run();
				this.registered = true;
			}
			this.plans.run(cause, false);
			this.failures = 0;
		}
		catch (RuntimeException ex) {
			pause = pauseAfter(this.failures++, this.every);
			nextCause = cause;
			logger.warn("planning failed, trying again cause={} in={} failure={}", cause, pause, ex.toString());
		}
		catch (Error ex) {
			logger.error("no more plans", ex);
			throw ex;
		}
		again(timer, nextCause, pause);
	}

	private void again(ScheduledExecutorService timer, String cause, Duration pause) {
		try {
			var _ = timer.schedule(() -> tick(timer, cause), pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException _) {
			logger.debug("planning stopped");
		}
	}

	static Duration pauseAfter(int failuresBefore, Duration longest) {
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresBefore, 10));
		return (pause.compareTo(longest) < 0) ? pause : longest;
	}

	@Override
	public synchronized void stop() {
		ScheduledExecutorService timer = this.executor;
		if (timer != null) {
			timer.shutdownNow();
			this.executor = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.executor != null;
	}

}

package io.mokuroku.enrichment.workflow;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Sweeps the work area at regular times. Every instance does; what one has removed the
 * next no longer finds.
 */
final class SweepWorkArea implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SweepWorkArea.class);

	private final DeadExecutions dead;

	private final WorkAreaSettings settings;

	private volatile @Nullable ScheduledExecutorService timer;

	SweepWorkArea(DeadExecutions dead, WorkAreaSettings settings) {
		this.dead = dead;
		this.settings = settings;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("work-area-sweep").factory());
		var _ = started.scheduleWithFixedDelay(this::sweep, this.settings.sweepEvery().toMillis(),
				this.settings.sweepEvery().toMillis(), TimeUnit.MILLISECONDS);
		this.timer = started;
	}

	private void sweep() {
		try {
			int swept = this.dead.sweep(this.settings.keepFor());
			if (swept > 0) {
				logger.warn("work area swept executions={}", swept);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("work area not swept failure={}", ex.toString());
		}
	}

	@Override
	public void stop() {
		ScheduledExecutorService started = this.timer;
		if (started != null) {
			started.shutdownNow();
			this.timer = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

}

package io.mokuroku.enrichment.score;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Looks every hour whether the catalogue is to be measured. Every instance does; one of
 * them measures.
 */
final class WeeklyMeasure implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(WeeklyMeasure.class);

	private static final int MINUTES = 60;

	private final MeasureCatalogue measure;

	private volatile @Nullable ScheduledExecutorService timer;

	WeeklyMeasure(MeasureCatalogue measure) {
		this.measure = measure;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("weekly-measure").factory());
		var _ = started.scheduleWithFixedDelay(this::look, 1, MINUTES, TimeUnit.MINUTES);
		this.timer = started;
	}

	private void look() {
		try {
			this.measure.ifDue();
		}
		catch (RuntimeException ex) {
			logger.warn("catalogue not measured failure={}", ex.toString());
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

package io.mokuroku.recurring;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Registers the schedule when the service starts, and again, less and less often, until
 * it is registered.
 */
final class ScheduleAtStart implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ScheduleAtStart.class);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

	private final String name;

	private final RecurringSchedule schedule;

	private volatile @Nullable Thread worker;

	ScheduleAtStart(String name, RecurringSchedule schedule) {
		this.name = name;
		this.schedule = schedule;
	}

	@Override
	public void start() {
		Thread started = Thread.ofVirtual().name(this.name).unstarted(this::register);
		this.worker = started;
		started.start();
	}

	private void register() {
		Duration pause = FIRST_PAUSE;
		while (Thread.currentThread() == this.worker) {
			try {
				this.schedule.register();
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("not scheduled, trying again name={} in={} failure={}", this.name, pause, ex.toString());
			}
			try {
				Thread.sleep(pause);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			Duration doubled = pause.multipliedBy(2);
			pause = (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
		}
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

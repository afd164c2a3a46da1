package io.mokuroku.local.schedules;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.mokuroku.local.schedules.Agenda.Occasion;

/**
 * Sleeps until the next occasion is due and hands it to a worker. It also looks at the
 * clock every half minute, because the timers of a machine stand still while it is
 * suspended.
 */
final class Clockwork implements Closeable {

	private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

	private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

	private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(10);

	private static final int WORKERS = 16;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Agenda agenda = new Agenda();

	private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS,
			Thread.ofVirtual().name("schedule-", 0).factory());

	private final InstantSource clock;

	private volatile boolean closed;

	private @Nullable Thread thread;

	Clockwork(InstantSource clock) {
		this.clock = clock;
	}

	void start(Consumer<Occasion> firing) {
		this.thread = Thread.ofPlatform().name("schedules").daemon().start(() -> run(firing));
	}

	void put(Occasion occasion, Instant at) {
		this.lock.lock();
		try {
			this.agenda.put(occasion, at);
			this.changed.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void run(Consumer<Occasion> firing) {
		List<Occasion> due = awaitDue();
		while (!due.isEmpty()) {
			due.forEach((occasion) -> this.workers.execute(() -> fire(occasion, firing)));
			due = awaitDue();
		}
	}

	/**
	 * Waits until something is due; nothing is due any more once this is closed.
	 */
	private List<Occasion> awaitDue() {
		this.lock.lock();
		try {
			while (!this.closed) {
				Instant now = this.clock.instant();
				List<Occasion> due = this.agenda.takeDue(now);
				if (!due.isEmpty()) {
					return due;
				}
				Duration sleep = this.agenda.earliest()
					.map((at) -> Duration.between(now, at))
					.filter((wait) -> wait.compareTo(LONGEST_SLEEP) < 0)
					.orElse(LONGEST_SLEEP);
				this.changed.awaitNanos(sleep.toNanos());
			}
			return List.of();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return List.of();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void fire(Occasion occasion, Consumer<Occasion> firing) {
		if (this.closed) {
			return;
		}
		try {
			firing.accept(occasion);
		}
		catch (RuntimeException ex) {
			log.error("firing failed, tried again in {} occasion={}", PAUSE_AFTER_ERROR, occasion, ex);
			put(occasion, this.clock.instant().plus(PAUSE_AFTER_ERROR));
		}
	}

	/**
	 * Stops; deliveries under way are finished first, what is still waiting fires at the
	 * next start.
	 */
	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.changed.signal();
		}
		finally {
			this.lock.unlock();
		}
		try {
			if (this.thread != null) {
				this.thread.join();
			}
			this.workers.shutdown();
			this.workers.awaitTermination(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

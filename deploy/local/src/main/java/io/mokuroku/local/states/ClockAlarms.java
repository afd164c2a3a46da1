package io.mokuroku.local.states;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * One thread that sleeps until the next alarm. It looks at the clock at least every half
 * minute, so that a machine that slept or whose clock was set is not late for days.
 */
final class ClockAlarms implements Alarms {

	private static final long LONGEST_SLEEP_NANOS = Duration.ofSeconds(30).toNanos();

	private final InstantSource clock;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final TreeSet<Entry> entries = new TreeSet<>(
			Comparator.comparing(Entry::due).thenComparingLong(Entry::number));

	private final Thread thread;

	private long count;

	private boolean closed;

	private ClockAlarms(InstantSource clock) {
		this.clock = clock;
		this.thread = Thread.ofPlatform().daemon().name("state-machine-alarms").unstarted(this::run);
	}

	static ClockAlarms start(InstantSource clock) {
		ClockAlarms alarms = new ClockAlarms(clock);
		alarms.thread.start();
		return alarms;
	}

	@Override
	public Alarm set(Instant due, Runnable task) {
		this.lock.lock();
		try {
			Entry entry = new Entry(due, this.count++, task);
			this.entries.add(entry);
			if (this.entries.first().equals(entry)) {
				this.changed.signal();
			}
			return () -> cancel(entry);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void cancel(Entry entry) {
		this.lock.lock();
		try {
			this.entries.remove(entry);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void run() {
		for (Entry due = take(); due != null; due = take()) {
			due.task().run();
		}
	}

	private @Nullable Entry take() {
		this.lock.lock();
		try {
			while (!this.closed) {
				long nanos = LONGEST_SLEEP_NANOS;
				if (!this.entries.isEmpty()) {
					Duration left = Duration.between(this.clock.instant(), this.entries.first().due());
					if (!left.isPositive()) {
						return this.entries.pollFirst();
					}
					nanos = (left.toSeconds() < 30) ? left.toNanos() : nanos;
				}
				var _ = this.changed.await(nanos, TimeUnit.NANOSECONDS);
			}
			return null;
		}
		catch (InterruptedException ex) {
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

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
	}

	private record Entry(Instant due, long number, Runnable task) {
	}

}

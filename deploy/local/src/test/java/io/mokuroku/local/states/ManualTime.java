package io.mokuroku.local.states;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A clock that stands still until a test moves it, and the alarms that go off then.
 */
final class ManualTime implements InstantSource, Alarms {

	private final List<Entry> entries = new ArrayList<>();

	private Instant now = Instant.parse("2026-03-01T10:00:00Z");

	@Override
	public synchronized Instant instant() {
		return this.now;
	}

	@Override
	public Alarm set(Instant due, Runnable task) {
		Entry entry = new Entry(due, task);
		synchronized (this) {
			if (due.isAfter(this.now)) {
				this.entries.add(entry);
				return () -> cancel(entry);
			}
		}
		task.run();
		return () -> {
		};
	}

	private synchronized void cancel(Entry entry) {
		this.entries.remove(entry);
	}

	synchronized Optional<Instant> nextAlarm() {
		return this.entries.stream().map(Entry::due).min(Comparator.naturalOrder());
	}

	/** Moves the clock and sets off what is due. */
	void advance(Duration duration) {
		List<Entry> due;
		synchronized (this) {
			this.now = this.now.plus(duration);
			due = this.entries.stream().filter((entry) -> !entry.due().isAfter(this.now)).toList();
			this.entries.removeAll(due);
		}
		due.forEach((entry) -> entry.task().run());
	}

	@Override
	public synchronized void close() {
		this.entries.clear();
	}

	private record Entry(Instant due, Runnable task) {
	}

}

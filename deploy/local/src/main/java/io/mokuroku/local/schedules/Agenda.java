package io.mokuroku.local.schedules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is due when, at most one instant per occasion. Not thread-safe.
 */
final class Agenda {

	private final Map<Occasion, Slot> slots = new HashMap<>();

	private final NavigableSet<Slot> order = new TreeSet<>(
			Comparator.comparing(Slot::at).thenComparingLong(Slot::number));

	private long numbers;

	void put(Occasion occasion, Instant at) {
		remove(occasion);
		Slot slot = new Slot(at, this.numbers++, occasion);
		this.slots.put(occasion, slot);
		this.order.add(slot);
	}

	void remove(Occasion occasion) {
		Slot slot = this.slots.remove(occasion);
		if (slot != null) {
			this.order.remove(slot);
		}
	}

	Optional<Instant> earliest() {
		return this.order.isEmpty() ? Optional.empty() : Optional.of(this.order.first().at());
	}

	/**
	 * Takes out everything due by now, in order.
	 */
	List<Occasion> takeDue(Instant now) {
		List<Occasion> due = new ArrayList<>();
		while (!this.order.isEmpty() && !this.order.first().at().isAfter(now)) {
			Slot slot = this.order.removeFirst();
			this.slots.remove(slot.occasion());
			due.add(slot.occasion());
		}
		return due;
	}

	/**
	 * Something that falls due.
	 */
	sealed interface Occasion {

		/**
		 * The next scheduled time of a schedule.
		 */
		record Turn(ScheduleKey key) implements Occasion {
		}

		/**
		 * Another attempt of a pending run.
		 */
		record Retry(ScheduleKey key, String invocationId) implements Occasion {
		}

	}

	private record Slot(Instant at, long number, Occasion occasion) {
	}

}

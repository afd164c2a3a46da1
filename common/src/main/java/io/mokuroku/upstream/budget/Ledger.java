package io.mokuroku.upstream.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The calls of one provider, counted in memory by the rules of {@code ledger.lua}, which
 * says why they are counted so.
 */
final class Ledger {

	private static final Duration BUSY = Duration.ofMillis(10);

	private static final int SLICES = 100;

	private final Map<String, Instant> underWay = new HashMap<>();

	private final Map<Window, TreeMap<Long, Integer>> ended = new HashMap<>();

	private Instant pausedUntil = Instant.EPOCH;

	private Instant lastStart = Instant.EPOCH;

	/** Whether a call may start now; if so it has. */
	synchronized Turn ask(Limits limits, String ticket, Duration lease, Instant now) {
		endExpired(limits, now);
		if (now.isBefore(this.pausedUntil)) {
			return new Turn.Wait(Duration.between(now, this.pausedUntil), true);
		}
		Instant earliestStart = this.lastStart.plus(limits.spacing());
		Instant earliest = earliestStart;
		if (this.underWay.size() >= limits.parallel()) {
			earliest = later(earliest, now.plus(BUSY));
		}
		for (Window window : limits.windows()) {
			earliest = later(earliest, earliest(window, now));
		}
		if (earliest.isAfter(now)) {
			return new Turn.Wait(Duration.between(now, earliest), false);
		}
		this.underWay.put(ticket, now.plus(lease));
		this.lastStart = later(earliestStart, now.minus(limits.spacing().dividedBy(10)));
		return new Turn.Go(ticket);
	}

	/**
	 * A call has ended.
	 * @return whether this ledger had allowed it
	 */
	synchronized boolean done(Limits limits, String ticket, Instant now) {
		boolean known = this.underWay.remove(ticket) != null;
		if (known) {
			count(limits, now);
		}
		return known;
	}

	/** A call has ended that another ledger had allowed. */
	synchronized void add(Limits limits, Instant now) {
		count(limits, now);
	}

	/** Nobody calls before a time. */
	synchronized void pause(Instant until) {
		this.pausedUntil = later(this.pausedUntil, until);
	}

	/**
	 * How much of the window that is used most is left.
	 * @return from 0, as while nobody may call, to 1
	 */
	synchronized double left(Limits limits, Instant now) {
		endExpired(limits, now);
		if (now.isBefore(this.pausedUntil)) {
			return 0;
		}
		return limits.windows()
			.stream()
			.mapToDouble((window) -> Math.max(0, window.calls() - used(window, now)) / (double) window.calls())
			.min()
			.orElse(1);
	}

	/** When calls may start again. */
	synchronized Instant pausedUntil() {
		return this.pausedUntil;
	}

	private void endExpired(Limits limits, Instant now) {
		List<Instant> expired = new ArrayList<>();
		this.underWay.values().removeIf((end) -> {
			boolean over = !end.isAfter(now);
			if (over) {
				expired.add(end);
			}
			return over;
		});
		expired.forEach((end) -> count(limits, end));
	}

	private void count(Limits limits, Instant end) {
		for (Window window : limits.windows()) {
			counts(window).merge(end.toEpochMilli() / slice(window), 1, Integer::sum);
		}
	}

	private Instant earliest(Window window, Instant now) {
		long slice = slice(window);
		int tooMany = used(window, now) - window.calls() + 1;
		NavigableMap<Long, Integer> counts = counts(window);
		for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
			if (tooMany <= 0) {
				break;
			}
			tooMany -= entry.getValue();
			if (tooMany <= 0) {
				return free(entry.getKey(), slice, window);
			}
		}
		return (tooMany > 0) ? now.plus(BUSY) : Instant.EPOCH;
	}

	private int used(Window window, Instant now) {
		NavigableMap<Long, Integer> counts = counts(window);
		while (!counts.isEmpty() && !free(counts.firstKey(), slice(window), window).isAfter(now)) {
			counts.pollFirstEntry();
		}
		return this.underWay.size() + counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	private NavigableMap<Long, Integer> counts(Window window) {
		return this.ended.computeIfAbsent(window, (_) -> new TreeMap<>());
	}

	private static Instant free(long index, long slice, Window window) {
		return Instant.ofEpochMilli((index + 1) * slice).plus(window.per());
	}

	private static long slice(Window window) {
		return Math.max(1, window.per().toMillis() / SLICES);
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}

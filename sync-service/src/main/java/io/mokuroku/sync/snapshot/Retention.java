package io.mokuroku.sync.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.message.SnapshotRequested.Cause;

/**
 * Decides which snapshots have been kept long enough. Months are those of UTC.
 */
final class Retention {

	private Retention() {
	}

	/**
	 * The ids of snapshots to remove.
	 * @param good all snapshots there are, in any order; only good ones exist
	 */
	static Set<String> outlived(List<Kept> good, Rules rules, Instant now) {
		List<Kept> newestFirst = good.stream().sorted(Comparator.comparing(Kept::takenAt).reversed()).toList();
		Set<String> keep = new HashSet<>();
		newestFirst.stream().limit(1).map(Kept::id).forEach(keep::add);
		newestFirst.stream()
			.filter((each) -> each.cause() == Cause.WEEKLY)
			.limit(rules.weekly())
			.map(Kept::id)
			.forEach(keep::add);
		newestFirst.stream()
			.filter((each) -> each.cause() == Cause.ON_DEMAND && each.takenAt().isAfter(now.minus(rules.onDemand())))
			.map(Kept::id)
			.forEach(keep::add);
		YearMonth oldest = month(now).minusMonths(rules.months() - 1L);
		Map<YearMonth, String> firsts = new HashMap<>();
		newestFirst.stream()
			.filter((each) -> !month(each.takenAt()).isBefore(oldest))
			.forEach((each) -> firsts.put(month(each.takenAt()), each.id()));
		keep.addAll(firsts.values());
		Set<String> outlived = new HashSet<>();
		newestFirst.stream().map(Kept::id).filter((id) -> !keep.contains(id)).forEach(outlived::add);
		return outlived;
	}

	private static YearMonth month(Instant time) {
		return YearMonth.from(time.atOffset(ZoneOffset.UTC));
	}

	/**
	 * A snapshot there is.
	 *
	 * @param id its id
	 * @param cause what it was taken for
	 * @param takenAt when
	 */
	record Kept(String id, Cause cause, Instant takenAt) {

		static Kept of(Manifest manifest) {
			return new Kept(manifest.id(), manifest.cause(), manifest.readPoint().start());
		}

	}

	/**
	 * How long to keep them. The newest is always kept.
	 *
	 * @param weekly how many of the weekly ones
	 * @param months for how many months, this one included, the first of each is kept,
	 * whatever it was taken for
	 * @param onDemand for how long one that a person asked for
	 */
	record Rules(int weekly, int months, Duration onDemand) {
	}

}

package io.mokuroku.web.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;

import io.mokuroku.upstream.shared.CacheKey;

/**
 * What one instance has counted, by the rule of {@code count.lua}, which says what is
 * kept. Bounded: when there are too many, those that are whole again go, and if that does
 * not help, all.
 */
final class OwnCounts {

	private static final int MOST = 50_000;

	private final ConcurrentHashMap<CacheKey, Long> wholeAt = new ConcurrentHashMap<>();

	/** Counts one more if the quota allows. */
	Count take(CacheKey key, Quota quota, Instant time) {
		makeRoom(time);
		long now = micros(time);
		Count[] outcome = new Count[1];
		this.wholeAt.compute(key, (_, known) -> {
			long before = (known != null) ? Math.max(known, now) : now;
			long after = before + quota.interval();
			if (after - now > quota.span()) {
				outcome[0] = Count.refused(after - now - quota.span(), before - now, false);
				return before;
			}
			outcome[0] = Count.granted((quota.span() - (after - now)) / quota.interval(), after - now, false);
			return after;
		});
		return outcome[0];
	}

	/** Takes over what all have counted together. */
	void note(CacheKey key, Duration whole, Instant time) {
		makeRoom(time);
		this.wholeAt.put(key, micros(time.plus(whole)));
	}

	int size() {
		return this.wholeAt.size();
	}

	private void makeRoom(Instant time) {
		if (this.wholeAt.size() < MOST) {
			return;
		}
		long now = micros(time);
		this.wholeAt.values().removeIf((whole) -> whole <= now);
		if (this.wholeAt.size() >= MOST) {
			this.wholeAt.clear();
		}
	}

	private static long micros(Instant time) {
		return ChronoUnit.MICROS.between(Instant.EPOCH, time);
	}

}

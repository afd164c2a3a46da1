package io.mokuroku.web.limit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;

/**
 * Counts requests over all instances in Redis. While Redis is away, or slower than a
 * request may wait, each instance counts alone from what it last knew; whether Redis is
 * back is looked at in the background, once a second, so no request waits for that.
 */
public final class SharedCounts {

	private static final String SCRIPT = script();

	private static final CacheKey PROBE = CacheKey.limit("probe", CacheKey.ALL);

	private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);

	private final SharedState shared;

	private final InstantSource clock;

	private final OwnCounts own = new OwnCounts();

	private final AtomicBoolean probing = new AtomicBoolean();

	private volatile boolean reached;

	private volatile Instant nextProbe = Instant.MIN;

	/**
	 * Counts that nobody has made yet.
	 * @param shared where instances count together; its own time-out bounds what a
	 * request can wait
	 * @param clock tells when they count alone
	 */
	public SharedCounts(SharedState shared, InstantSource clock) {
		this.shared = shared;
		this.clock = clock;
	}

	/**
	 * Counts one more request if the quota allows. Never fails.
	 * @param kind what is counted: lower-case letters and hyphens
	 * @param who whose quota
	 * @param quota how many may be
	 */
	public Count take(String kind, String who, Quota quota) {
		CacheKey key = CacheKey.limit(kind, who);
		Instant now = this.clock.instant();
		if (!this.reached) {
			probe(now);
			return this.own.take(key, quota, now);
		}
		try {
			List<Long> answer = this.shared.run(SCRIPT, key,
					List.of(Long.toString(quota.interval()), Long.toString(quota.span())));
			Count count = (answer.get(0) == 1) ? Count.granted(answer.get(1), answer.get(3), true)
					: Count.refused(answer.get(2), answer.get(3), true);
			this.own.note(key, count.whole(), now);
			return count;
		}
		catch (Away ex) {
			this.reached = false;
			this.nextProbe = now.plus(BETWEEN_PROBES);
			return this.own.take(key, quota, now);
		}
	}

	/** Looks for Redis in the background, as {@link #take} does while it is away. */
	public void probe() {
		probe(this.clock.instant());
	}

	private void probe(Instant now) {
		if (now.isBefore(this.nextProbe) || !this.probing.compareAndSet(false, true)) {
			return;
		}
		Thread.ofVirtual().name("limits-probe").start(() -> {
			try {
				this.shared.find(PROBE);
				this.reached = true;
			}
			catch (Away ex) {
				this.nextProbe = this.clock.instant().plus(BETWEEN_PROBES);
			}
			finally {
				this.probing.set(false);
			}
		});
	}

	private static String script() {
		try (InputStream lua = Objects.requireNonNull(SharedCounts.class.getResourceAsStream("count.lua"))) {
			return new String(lua.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

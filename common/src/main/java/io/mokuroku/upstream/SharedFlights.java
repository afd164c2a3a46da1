package io.mokuroku.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import io.mokuroku.upstream.budget.Naps;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.cache.KeptAnswer;
import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import org.jspecify.annotations.Nullable;

/**
 * Lets instances that want the same at the same time share one call: one of them asks,
 * the others wait for what it keeps. Nobody waits longer than a lease, which a dead
 * instance holds at most; whoever waited in vain asks itself. Without Redis every
 * instance asks for itself.
 */
final class SharedFlights {

	private static final Duration LEASE = Duration.ofSeconds(10);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

	private final SharedState shared;

	private final AnswerCache cache;

	private final Naps naps;

	SharedFlights(SharedState shared, AnswerCache cache, Naps naps) {
		this.shared = shared;
		this.cache = cache;
		this.naps = naps;
	}

	/**
	 * Makes a call, or waits for what another instance gets.
	 * @param known what is known already and not enough
	 */
	KeptAnswer join(CacheKey key, @Nullable KeptAnswer known, Supplier<KeptAnswer> call) {
		String mine = UUID.randomUUID().toString();
		for (int look = 0; look < LEASE.dividedBy(BETWEEN_LOOKS); look++) {
			if (!isTaken(key, mine)) {
				return called(key, mine, call);
			}
			if (!slept()) {
				break;
			}
			Optional<KeptAnswer> other = this.cache.find(key).filter((kept) -> isNewer(kept, known));
			if (other.isPresent()) {
				return other.get();
			}
		}
		return call.get();
	}

	private KeptAnswer called(CacheKey key, String mine, Supplier<KeptAnswer> call) {
		try {
			return call.get();
		}
		finally {
			release(key, mine);
		}
	}

	private boolean isTaken(CacheKey key, String mine) {
		try {
			return !this.shared.claim(key.flight(), mine, LEASE);
		}
		catch (Away ex) {
			return false;
		}
	}

	/** A lease that has run out may be another's by now. */
	private void release(CacheKey key, String mine) {
		try {
			this.shared.release(key.flight(), mine);
		}
		catch (Away ex) {
			// the lease ends it
		}
	}

	/** By marks of one writer: clocks of instances differ. */
	private static boolean isNewer(KeptAnswer kept, @Nullable KeptAnswer known) {
		Instant before = (known != null) ? known.fetchedAt() : null;
		return !kept.fetchedAt().equals(before);
	}

	private boolean slept() {
		try {
			this.naps.sleep(BETWEEN_LOOKS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}

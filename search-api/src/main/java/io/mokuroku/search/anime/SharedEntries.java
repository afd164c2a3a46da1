package io.mokuroku.search.anime;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;

/**
 * What all instances keep of entries in Redis. A call that takes longer than a moment is
 * given up, and after some of these Redis is left alone for a while: it can make answers
 * faster, never slower.
 */
final class SharedEntries implements AutoCloseable {

	/** An older version never takes the place of a newer one. */
	private static final String PUT = """
			local known = redis.call('getrange', KEYS[1], 0, 18)
			if known ~= '' and known > ARGV[1] then return { 0 } end
			redis.call('set', KEYS[1], ARGV[1] .. ARGV[2], 'PX', ARGV[3])
			return { 1 }""";

	/** What is of this version or newer is right already. */
	private static final String FORGET = """
			local known = redis.call('getrange', KEYS[1], 0, 18)
			if known ~= '' and known >= ARGV[1] then return { 0 } end
			redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
			return { 1 }""";

	private final SharedState state;

	private final Duration patience;

	private final CircuitBreaker breaker;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	SharedEntries(SharedState state, KeepSettings settings) {
		this.state = state;
		this.patience = settings.patience();
		this.breaker = CircuitBreaker.of("entries",
				CircuitBreakerConfig.custom()
					.slidingWindowSize(10)
					.minimumNumberOfCalls(5)
					.failureRateThreshold(50)
					.slowCallDurationThreshold(settings.patience().dividedBy(2))
					.slowCallRateThreshold(50)
					.waitDurationInOpenState(settings.rest())
					.permittedNumberOfCallsInHalfOpenState(2)
					.build());
	}

	/** What lies under a key; empty if nothing does or Redis does not say so at once. */
	Optional<byte[]> find(CacheKey key) {
		return ask(() -> this.state.find(key)).flatMap((found) -> found);
	}

	/** Lays a small thing under a key that needs no version. */
	void put(CacheKey key, String value, Duration keep) {
		ask(() -> {
			this.state.put(key, bytes(value), keep);
			return true;
		});
	}

	/**
	 * Keeps an entry unless it is known that there is a newer one.
	 * @param value what comes after the version
	 * @return false if there is a newer one
	 */
	boolean putNewer(AnimeId id, long version, byte[] value, Duration keep) {
		return ask(() -> this.state.runWith(PUT, CacheKey.entry(id),
				List.of(bytes(KeptForm.version(version)), value, bytes(Long.toString(keep.toMillis())))))
			.map((told) -> told.getFirst() == 1)
			.orElse(true);
	}

	/**
	 * Forgets what is older than a version, and keeps it from being put back.
	 * @return whether Redis has done so
	 */
	boolean forget(AnimeId id, long version, Duration remember) {
		try {
			this.state.run(FORGET, CacheKey.entry(id),
					List.of(KeptForm.version(version), Long.toString(remember.toMillis())));
			return true;
		}
		catch (Away ex) {
			return false;
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/**
	 * Empty where Redis says nothing in time; what else goes wrong is a fault of ours.
	 */
	private <T> Optional<T> ask(Question<T> question) {
		return this.breaker.tryAcquirePermission() ? patiently(question) : Optional.empty();
	}

	private <T> Optional<T> patiently(Question<T> question) {
		long start = this.breaker.getCurrentTimestamp();
		Future<T> answer = this.threads.submit(question::ask);
		try {
			T told = answer.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			this.breaker.onSuccess(this.breaker.getCurrentTimestamp() - start, this.breaker.getTimestampUnit());
			return Optional.of(told);
		}
		catch (TimeoutException | ExecutionException ex) {
			this.breaker.onError(this.breaker.getCurrentTimestamp() - start, this.breaker.getTimestampUnit(), ex);
			if (ex.getCause() instanceof RuntimeException fault) {
				throw fault;
			}
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			this.breaker.releasePermission();
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Something Redis is asked. */
	@FunctionalInterface
	private interface Question<T> {

		T ask() throws Away;

	}

}

package io.mokuroku.upstream;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.mokuroku.upstream.shared.CacheKey;

/**
 * Lets those who ask the same at the same time share one call.
 *
 * @param <T> what a call brings
 */
public final class Flights<T> {

	private final Map<CacheKey, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();

	/** Nobody asks yet. */
	public Flights() {
	}

	/** Makes a call, or waits for the one that somebody else makes. */
	public T join(CacheKey key, Supplier<T> call) {
		CompletableFuture<T> mine = new CompletableFuture<>();
		CompletableFuture<T> other = this.underWay.putIfAbsent(key, mine);
		if (other != null) {
			return landed(other);
		}
		try {
			T result = call.get();
			mine.complete(result);
			return result;
		}
		catch (RuntimeException | Error ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.underWay.remove(key, mine);
		}
	}

	/** Whether somebody asks just now. */
	boolean isUnderWay(CacheKey key) {
		return this.underWay.containsKey(key);
	}

	private static <T> T landed(CompletableFuture<T> other) {
		try {
			return other.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw ex;
		}
	}

}

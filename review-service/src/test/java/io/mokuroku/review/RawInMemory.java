package io.mokuroku.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.mokuroku.upstream.raw.RawResponse;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.CacheKey;
import org.jspecify.annotations.Nullable;

/**
 * Answers of sources in memory.
 */
final class RawInMemory implements RawResponses {

	private final List<RawResponse> kept = new CopyOnWriteArrayList<>();

	/** Thrown by every look at an answer. */
	volatile @Nullable RuntimeException broken;

	/** Starts anew. */
	void forget() {
		this.kept.clear();
		this.broken = null;
	}

	@Override
	public void keep(RawResponse response) {
		this.kept.add(response);
	}

	@Override
	public Optional<RawResponse> find(CacheKey key, Instant at) {
		if (this.broken != null) {
			throw this.broken;
		}
		return this.kept.stream()
			.filter((response) -> response.key().equals(key) && !response.fetchedAt().isAfter(at))
			.max(Comparator.comparing(RawResponse::fetchedAt));
	}

	@Override
	public List<CacheKey> about(String provider, String id) {
		return this.kept.stream()
			.map(RawResponse::key)
			.filter((key) -> key.provider().equals(provider) && key.id().equals(id))
			.distinct()
			.sorted(Comparator.comparing(CacheKey::resource).thenComparingInt(CacheKey::page))
			.toList();
	}

}

package io.mokuroku.upstream.raw;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.mokuroku.upstream.shared.CacheKey;

/**
 * The answers of providers as they came. Keeping one is done as well as can be: it never
 * fails a call and never delays one.
 */
public interface RawResponses {

	/** Keeps an answer, soon. */
	void keep(RawResponse response);

	/**
	 * The last answer at a time.
	 * @param key what was asked for
	 * @param at no later answer is given
	 * @throws RuntimeException if the store cannot be reached or holds something else
	 */
	Optional<RawResponse> find(CacheKey key, Instant at);

	/**
	 * What was ever answered about an id and is kept, by resource and page.
	 * @param provider as in keys, such as {@code jikan}
	 * @param id of an anime, a person or a week
	 * @throws RuntimeException if the store cannot be reached
	 */
	List<CacheKey> about(String provider, String id);

	/** Keeps nothing. */
	static RawResponses none() {
		return new RawResponses() {

			@Override
			public void keep(RawResponse response) {
			}

			@Override
			public Optional<RawResponse> find(CacheKey key, Instant at) {
				return Optional.empty();
			}

			@Override
			public List<CacheKey> about(String provider, String id) {
				return List.of();
			}

		};
	}

}

package io.mokuroku.search.list;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The lists in Redis: each generation under a key of its own, and one key that names the
 * generation that is shown. Moving that one shows all lists of a generation at once.
 */
final class SharedLists {

	/** Moves on to a generation, never back; a reader of the one before goes on. */
	private static final String SHOW = """
			local shown = redis.call('get', KEYS[1])
			if shown and shown > ARGV[1] then return { 0 } end
			redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
			return { 1 }""";

	private static final String EXPIRE = """
			return { redis.call('pexpire', KEYS[1], ARGV[1]) }""";

	private final SharedState shared;

	private final Duration keep;

	private final Duration keepReplaced;

	/**
	 * Lists in a shared place.
	 * @param keep how long a generation is kept while no other comes
	 * @param keepReplaced how long once another has come
	 */
	SharedLists(SharedState shared, Duration keep, Duration keepReplaced) {
		this.shared = shared;
		this.keep = keep;
		this.keepReplaced = keepReplaced;
	}

	/** The name of the generation that is shown. */
	Optional<String> findShown() throws Away {
		return this.shared.find(CacheKey.shownLists()).map((bytes) -> new String(bytes, UTF_8));
	}

	/** A generation, if it is still kept. */
	Optional<Generation> find(String id) throws Away {
		return this.shared.find(CacheKey.lists(id)).flatMap(Generation::decoded);
	}

	/**
	 * Shows a generation, unless a newer one is shown.
	 * @return whether it is shown now
	 */
	boolean show(Generation generation) throws Away {
		Optional<String> before = findShown();
		this.shared.put(CacheKey.lists(generation.id()), generation.encoded(), this.keep);
		boolean shown = this.shared
			.run(SHOW, CacheKey.shownLists(), List.of(generation.id(), Long.toString(this.keep.toMillis())))
			.getFirst() == 1;
		String replaced = shown ? before.orElse(generation.id()) : generation.id();
		if (!shown || !replaced.equals(generation.id())) {
			this.shared.run(EXPIRE, CacheKey.lists(replaced), List.of(Long.toString(this.keepReplaced.toMillis())));
		}
		return shown;
	}

}

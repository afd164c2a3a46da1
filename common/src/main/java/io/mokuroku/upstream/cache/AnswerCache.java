package io.mokuroku.upstream.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;

/**
 * The answers all instances keep together. Without Redis it keeps nothing and loses
 * nothing but time. Beside the answers it keeps their names by id, so that all pages of
 * all resources about one anime can be forgotten.
 */
public final class AnswerCache {

	private final SharedState shared;

	/** Answers in a shared place. */
	public AnswerCache(SharedState shared) {
		this.shared = shared;
	}

	/** What is kept under a key, fresh or not. */
	public Optional<KeptAnswer> find(CacheKey key) {
		try {
			return this.shared.find(key).flatMap(KeptAnswer::decoded);
		}
		catch (Away ex) {
			return Optional.empty();
		}
	}

	/** Keeps an answer for as long as it can be of use. */
	public void keep(CacheKey key, KeptAnswer answer, Freshness freshness, Instant now) {
		Duration keep = Duration.between(now, answer.freshUntil()).plus(freshness.afterwards());
		if (!keep.isPositive()) {
			return;
		}
		try {
			this.shared.put(key, answer.encoded(), keep);
			this.shared.addTo(CacheKey.answersAbout(key.provider(), key.id()), key.text(), longest(freshness));
		}
		catch (Away ex) {
			// the next one asks again
		}
	}

	/**
	 * Forgets all that one provider said of an id.
	 * @return how many answers were forgotten
	 * @throws Away if nothing could be forgotten
	 */
	public long forget(String provider, String id) throws Away {
		CacheKey names = CacheKey.answersAbout(provider, id);
		List<CacheKey> keys = this.shared.names(names).stream().map(CacheKey::parse).toList();
		long forgotten = this.shared.remove(keys);
		this.shared.remove(List.of(names));
		return forgotten;
	}

	/**
	 * Forgets all that one provider ever said, but not how often it was asked. Reads
	 * through everything that is kept.
	 * @return how many answers were forgotten
	 * @throws Away if nothing could be forgotten
	 */
	public long forgetAll(String provider) throws Away {
		List<CacheKey> answers = new ArrayList<>();
		List<CacheKey> names = new ArrayList<>();
		for (CacheKey key : this.shared.keys(provider)) {
			if (key.isAnswer()) {
				answers.add(key);
			}
			else if (key.resource().equals(CacheKey.answersAbout(provider, CacheKey.ALL).resource())) {
				names.add(key);
			}
		}
		long forgotten = this.shared.remove(answers);
		this.shared.remove(names);
		return forgotten;
	}

	private static Duration longest(Freshness freshness) {
		Duration longest = freshness.missing();
		for (Pace pace : Pace.values()) {
			longest = (freshness.of(pace).compareTo(longest) > 0) ? freshness.of(pace) : longest;
		}
		return longest.plus(freshness.afterwards());
	}

}

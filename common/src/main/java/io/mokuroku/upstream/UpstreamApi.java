package io.mokuroku.upstream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.cache.Freshness;
import io.mokuroku.upstream.cache.KeptAnswer;
import io.mokuroku.upstream.shared.CacheKey;
import org.jspecify.annotations.Nullable;

/**
 * One provider's API as everything behind its base address, with a memory: answers are
 * kept as long as they are likely to be true, given on while a newer one is fetched, and
 * given instead of a failure for as long as the settings say. {@link UpstreamApis} opens
 * it.
 */
public final class UpstreamApi {

	private final String name;

	private final Fetching fetching;

	private final AnswerCache cache;

	private final Freshness freshness;

	private final Meters meters;

	private final InstantSource clock;

	UpstreamApi(String name, Fetching fetching, Memory memory, Meters meters, InstantSource clock) {
		this.name = name;
		this.fetching = fetching;
		this.cache = memory.cache();
		this.freshness = memory.freshness();
		this.meters = meters;
		this.clock = clock;
	}

	/** Now, by the clock this API is used with. */
	public Instant now() {
		return this.clock.instant();
	}

	/** The date in Japan, for paces. */
	public LocalDate today() {
		return LocalDate.ofInstant(now(), Broadcast.JAPAN);
	}

	/**
	 * Asks, or remembers. The wire is used once at most.
	 * @return empty if the provider does not have it
	 * @throws RetryableFailure if the provider cannot be reached, is not well or wants to
	 * be left alone, and nothing is remembered; its {@code notBefore} tells how long, if
	 * that is known
	 * @throws PermanentFailure if the provider refuses the request
	 * ({@code upstream_refused}) or answers with something else than expected
	 * ({@code upstream_unreadable})
	 */
	public <T> Optional<Answer<T>> find(UpstreamRequest request, AnswerForm<T> form) {
		CacheKey key = request.key(this.name);
		Remembered<T> known = remembered(key, form);
		if (known != null && isFresh(known.kept(), request)) {
			this.meters.answer("kept");
			return known.answer(false);
		}
		if (known != null && isUsable(known.kept(), request, this.freshness.whileRevalidating())) {
			this.fetching.fetchSoon(key, request, form, known.kept());
			this.meters.answer("revalidating");
			return known.answer(true);
		}
		try {
			KeptAnswer fetched = this.fetching.fetch(key, request, form, (known != null) ? known.kept() : null);
			this.meters.answer("fetched");
			return fetched.missing() ? Optional.empty()
					: Optional.of(new Answer<>(this.fetching.read(fetched, form), fetched.fetchedAt(), false));
		}
		catch (RetryableFailure ex) {
			return instead(known, request, ex);
		}
		catch (PermanentFailure ex) {
			if (!ex.code().equals("upstream_unreadable")) {
				throw ex;
			}
			return instead(known, request, ex);
		}
	}

	private <T> Optional<Answer<T>> instead(@Nullable Remembered<T> known, UpstreamRequest request,
			RuntimeException failure) {
		if (known == null || !isUsable(known.kept(), request, this.freshness.ifError())) {
			throw failure;
		}
		this.meters.answer("instead");
		return known.answer(true);
	}

	private boolean isFresh(KeptAnswer kept, UpstreamRequest request) {
		Duration most = request.noOlderThan();
		return (most != null) ? !kept.fetchedAt().plus(most).isBefore(now()) : now().isBefore(kept.freshUntil());
	}

	private boolean isUsable(KeptAnswer kept, UpstreamRequest request, Duration afterwards) {
		return request.noOlderThan() == null && now().isBefore(kept.freshUntil().plus(afterwards));
	}

	/** What is kept, unless it was kept for a form that is no longer used. */
	private <T> @Nullable Remembered<T> remembered(CacheKey key, AnswerForm<T> form) {
		KeptAnswer kept = this.cache.find(key).orElse(null);
		if (kept == null) {
			return null;
		}
		try {
			return new Remembered<>(kept, kept.missing() ? null : form.reader().read(kept.body()));
		}
		catch (IOException ex) {
			return null;
		}
	}

	private record Remembered<T>(KeptAnswer kept, @Nullable T value) {

		Optional<Answer<T>> answer(boolean stale) {
			return Optional.ofNullable(this.value).map((value) -> new Answer<>(value, this.kept.fetchedAt(), stale));
		}

	}

}

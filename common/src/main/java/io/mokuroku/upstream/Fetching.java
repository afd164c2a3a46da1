package io.mokuroku.upstream;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.cache.KeptAnswer;
import io.mokuroku.upstream.raw.RawResponse;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.wire.Call;
import io.mokuroku.upstream.wire.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Gets an answer from a provider and keeps it. Those who want the same at the same time
 * get the same, whichever instance they ask.
 */
final class Fetching {

	/** A longer mark is none that anybody compares by. */
	private static final int LONGEST_MARK = 1_000;

	private final String name;

	private final Address address;

	private final Exchange exchange;

	private final Memory memory;

	private final InstantSource clock;

	private final Flights<KeptAnswer> flights = new Flights<>();

	private final SharedFlights elsewhere;

	Fetching(String name, Address address, Exchange exchange, Memory memory, SharedFlights elsewhere,
			InstantSource clock) {
		this.name = name;
		this.address = address;
		this.exchange = exchange;
		this.memory = memory;
		this.elsewhere = elsewhere;
		this.clock = clock;
	}

	/**
	 * Asks the provider.
	 * @param known what is known already, to be confirmed if nothing has changed
	 */
	<T> KeptAnswer fetch(CacheKey key, UpstreamRequest request, AnswerForm<T> form, @Nullable KeptAnswer known) {
		return this.flights.join(key, () -> this.elsewhere.join(key, known, () -> fetched(key, request, form, known)));
	}

	/** Asks the provider when there is time. What comes of it is counted and kept. */
	void fetchSoon(CacheKey key, UpstreamRequest request, AnswerForm<?> form, KeptAnswer known) {
		if (this.flights.isUnderWay(key)) {
			return;
		}
		this.memory.background().execute(() -> {
			try {
				fetch(key, request, form, known);
			}
			catch (RetryableFailure | PermanentFailure ex) {
				// whoever asks once the old answer may no longer be given on is told
			}
		});
	}

	private <T> KeptAnswer fetched(CacheKey key, UpstreamRequest request, AnswerForm<T> form,
			@Nullable KeptAnswer known) {
		Call call = this.address.call(request, form.accept(), (known != null) ? conditions(known) : Map.of());
		Heard<T> heard = this.exchange.ask(request.route(), call, form);
		Instant now = this.clock.instant();
		KeptAnswer kept = switch (heard) {
			case Heard.Found<T> found -> found(key, call, form, found, now);
			case Heard.Missing<T> _ -> KeptAnswer.missing(now, now.plus(this.memory.freshness().missing()));
			case Heard.Unchanged<T> _ when known != null -> known.confirmed(now, until(form, read(known, form), now));
			case Heard.Unchanged<T> _ ->
				throw new RetryableFailure(this.name + " answered 304 to a question without conditions", null);
		};
		this.memory.cache().keep(key, kept, this.memory.freshness(), now);
		return kept;
	}

	private <T> KeptAnswer found(CacheKey key, Call call, AnswerForm<T> form, Heard.Found<T> found, Instant now) {
		Reply reply = found.reply();
		String etag = mark(reply, "ETag");
		this.memory.raw().keep(new RawResponse(key, call.address(), now, etag, reply.mediaType(), reply.body()));
		return new KeptAnswer(false, now, until(form, found.value(), now), etag, mark(reply, "Last-Modified"),
				reply.body());
	}

	/** What an answer is marked by for conditional requests; empty if it is not. */
	private static String mark(Reply reply, String header) {
		return reply.header(header).filter((value) -> value.length() <= LONGEST_MARK).orElse("");
	}

	private <T> Instant until(AnswerForm<T> form, T value, Instant now) {
		return now.plus(this.memory.freshness().of(form.pace().apply(value)));
	}

	private static Map<String, String> conditions(KeptAnswer known) {
		if (!known.etag().isEmpty()) {
			return Map.of("If-None-Match", known.etag());
		}
		return known.lastModified().isEmpty() ? Map.of() : Map.of("If-Modified-Since", known.lastModified());
	}

	/** Reads what has been read before. */
	<T> T read(KeptAnswer kept, AnswerForm<T> form) {
		try {
			return form.reader().read(kept.body());
		}
		catch (IOException ex) {
			throw new PermanentFailure("upstream_unreadable",
					this.name + " answered with something else than " + form.name(), ex);
		}
	}

}

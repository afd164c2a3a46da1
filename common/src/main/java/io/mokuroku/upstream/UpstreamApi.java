package io.mokuroku.upstream;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.wire.Call;
import io.mokuroku.upstream.wire.Reply;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireFailure;

/**
 * One provider's API as everything behind its base address. {@link UpstreamApis} opens
 * it.
 */
public final class UpstreamApi {

	private final String name;

	private final Wire wire;

	private final String baseUrl;

	private final Dialect dialect;

	private final Map<String, String> headers;

	private final InstantSource clock;

	private volatile Instant pausedUntil = Instant.EPOCH;

	UpstreamApi(String name, Wire wire, URI baseUrl, Dialect dialect, Map<String, String> headers,
			InstantSource clock) {
		this.name = name;
		this.wire = wire;
		this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
		this.dialect = dialect;
		this.headers = Map.copyOf(headers);
		this.clock = clock;
	}

	/** Now, by the clock this API is used with. */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Asks once.
	 * @return empty if the provider does not have it
	 * @throws RetryableFailure if the provider cannot be reached, is not well or wants to
	 * be left alone; its {@code notBefore} tells how long, if that is known
	 * @throws PermanentFailure if the provider refuses the request
	 * ({@code upstream_refused}) or answers with something else than expected
	 * ({@code upstream_unreadable})
	 */
	public <T> Optional<Answer<T>> find(UpstreamRequest request, AnswerForm<T> form) {
		refuseWhilePaused();
		Reply reply = exchange(request, form);
		Instant now = this.clock.instant();
		return switch (this.dialect.judge(reply, now)) {
			case Verdict.Good _ -> Optional.of(new Answer<>(read(reply.body(), form), now, false));
			case Verdict.Missing _ -> Optional.empty();
			case Verdict.TooFast fast -> throw pause(fast.reason(), fast.pause(), now);
			case Verdict.Unavailable unwell when unwell.pause() != null ->
				throw pause(unwell.reason(), unwell.pause(), now);
			case Verdict.Unavailable unwell -> throw new RetryableFailure(this.name + " " + unwell.reason(), null);
			case Verdict.Refused refused ->
				throw new PermanentFailure(refused.code(), this.name + " " + refused.reason());
		};
	}

	private Reply exchange(UpstreamRequest request, AnswerForm<?> form) {
		Map<String, String> all = new HashMap<>(this.headers);
		all.put("Accept", form.accept());
		all.putAll(request.headers());
		try {
			return this.wire.exchange(new Call(URI.create(this.baseUrl + request.target()), all, request.body()));
		}
		catch (WireFailure ex) {
			throw new RetryableFailure(this.name + " " + ex.trouble().word() + ": " + ex.getMessage(), ex);
		}
	}

	private <T> T read(byte[] body, AnswerForm<T> form) {
		try {
			return form.reader().read(body);
		}
		catch (IOException ex) {
			throw new PermanentFailure("upstream_unreadable",
					this.name + " answered with something else than " + form.name(), ex);
		}
	}

	private RetryableFailure pause(String reason, Duration pause, Instant now) {
		this.pausedUntil = now.plus(pause);
		return new RetryableFailure(this.name + " " + reason, null, pause);
	}

	private void refuseWhilePaused() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.pausedUntil)) {
			throw new RetryableFailure(this.name + " asked to wait", null, Duration.between(now, this.pausedUntil));
		}
	}

}

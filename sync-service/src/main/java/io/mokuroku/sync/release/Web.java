package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.mokuroku.upstream.wire.DirectHttp;
import org.jspecify.annotations.Nullable;

/**
 * Asks web servers. Redirects are followed by hand, because each target is guarded and
 * the token goes to the configured API alone. What is connected to is what was checked,
 * so that a name which means something else a moment later leads nowhere.
 */
final class Web {

	private static final int MOST_REDIRECTS = 5;

	private static final Duration CONNECTING = Duration.ofSeconds(5);

	private final AddressGuard guard;

	private final @Nullable String token;

	private final Duration timeout;

	private final InstantSource clock;

	private final DirectHttp http;

	Web(AddressGuard guard, @Nullable String token, Duration timeout, InstantSource clock) {
		this.guard = guard;
		this.token = token;
		this.timeout = timeout;
		this.http = new DirectHttp(CONNECTING, timeout, 0);
		this.clock = clock;
	}

	/**
	 * Asks an address, and those it sends us on to.
	 * @param headers what to send along
	 * @param reading what is done with an answer of 200, or of 304 where it was asked for
	 * by {@code If-None-Match}; reading its body fails when the time for it is up
	 * @throws ReleaseUnavailable if the answer is another one, or there is none
	 */
	<T> T get(URI address, Map<String, String> headers, Reading<T> reading) throws ReleaseUnavailable {
		URI next = address;
		for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			Hop hop = new Hop(next);
			try (DirectHttp.Opened opened = open(hop, headers)) {
				Heard heard = Heard.of(next, opened.status(), opened.headers());
				if (heard.statusCode() == 200 || (heard.statusCode() == 304 && headers.containsKey("If-None-Match"))) {
					return reading.read(heard, opened.body());
				}
				URI target = redirect(heard);
				if (target == null) {
					throw Refusals.of(heard, this.clock.instant());
				}
				next = target;
			}
			catch (IOException ex) {
				throw new ReleaseUnavailable("The answer of %s broke off: %s".formatted(next.getHost(), hop.reason(ex)),
						ex);
			}
			finally {
				hop.watch.cancel(false);
			}
		}
		throw new ReleaseUnavailable(address.getHost() + " sends us on and on", null);
	}

	/** Connects to the servers that were checked, one after the other. */
	private DirectHttp.Opened open(Hop hop, Map<String, String> headers) throws ReleaseUnavailable {
		Map<String, String> request = new LinkedHashMap<>(headers);
		request.put("User-Agent", "mokuroku/0.1");
		if (this.token != null && this.guard.trusts(hop.address)) {
			request.put("Authorization", "Bearer " + this.token);
		}
		URI page = URI.create(hop.address.toASCIIString());
		@Nullable IOException failure = null;
		for (InetAddress server : this.guard.servers(hop.address)) {
			try {
				return this.http.open(page, request, null, server, hop.socket());
			}
			catch (IOException ex) {
				failure = ex;
			}
		}
		throw new ReleaseUnavailable(hop.address.getHost() + " cannot be reached", failure);
	}

	/** Where an answer sends us on to; null if nowhere, or from safety into the open. */
	private static @Nullable URI redirect(Heard response) {
		URI from = response.uri();
		boolean sentOn = switch (response.statusCode()) {
			case 301, 302, 303, 307, 308 -> true;
			default -> false;
		};
		String location = response.headers().firstValue("Location").orElse("");
		if (!sentOn || location.isBlank()) {
			return null;
		}
		try {
			URI target = from.resolve(location);
			return ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(target.getScheme())) ? null
					: target;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** One address that is asked; its time runs from the beginning. */
	private final class Hop {

		private final URI address;

		private final AtomicReference<Socket> socket = new AtomicReference<>(DirectHttp.socket());

		private final AtomicBoolean late = new AtomicBoolean();

		private final CompletableFuture<Void> watch;

		Hop(URI address) {
			this.address = address;
			this.watch = CompletableFuture.runAsync(this::giveUp,
					CompletableFuture.delayedExecutor(Web.this.timeout.toMillis(), TimeUnit.MILLISECONDS));
		}

		/** A connection to nowhere yet, which is closed when the time is up. */
		Socket socket() throws IOException {
			Socket next = DirectHttp.socket();
			this.socket.set(next);
			if (this.late.get()) {
				throw new SocketTimeoutException(reason(null));
			}
			return next;
		}

		String reason(@Nullable IOException failure) {
			return (this.late.get() || failure == null) ? "took longer than " + Web.this.timeout
					: String.valueOf(failure.getMessage());
		}

		private void giveUp() {
			this.late.set(true);
			try {
				this.socket.get().close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/**
	 * What is done with an answer.
	 *
	 * @param <T> what it yields
	 */
	interface Reading<T> {

		T read(Heard response, InputStream body) throws IOException, ReleaseUnavailable;

	}

}

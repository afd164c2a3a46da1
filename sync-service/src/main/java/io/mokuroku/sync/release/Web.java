package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * Asks web servers. Redirects are followed by hand, because each target is guarded and
 * the token goes to the configured API alone.
 */
final class Web {

	private static final int MOST_REDIRECTS = 5;

	private final AddressGuard guard;

	private final @Nullable String token;

	private final Duration timeout;

	private final InstantSource clock;

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	Web(AddressGuard guard, @Nullable String token, Duration timeout, InstantSource clock) {
		this.guard = guard;
		this.token = token;
		this.timeout = timeout;
		this.clock = clock;
	}

	/**
	 * Asks an address, and those it sends us on to.
	 * @param headers what to send along
	 * @param reading what is done with an answer of 200 or 304; reading its body fails
	 * when the time for it is up
	 * @throws ReleaseUnavailable if the answer is another one, or there is none
	 */
	<T> T get(URI address, Map<String, String> headers, Reading<T> reading) throws ReleaseUnavailable {
		URI next = address;
		for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			this.guard.check(next);
			HttpResponse<InputStream> response = send(next, headers);
			if (response.statusCode() == 200 || response.statusCode() == 304) {
				return read(next, response, reading);
			}
			close(response.body());
			URI target = redirect(next, response);
			if (target == null) {
				throw Refusals.of(response, this.clock.instant());
			}
			next = target;
		}
		throw ReleaseUnavailable.forGood(address.getHost() + " sends us on and on", null);
	}

	private <T> T read(URI address, HttpResponse<InputStream> response, Reading<T> reading) throws ReleaseUnavailable {
		AtomicBoolean late = new AtomicBoolean();
		CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> {
			late.set(true);
			close(response.body());
		}, CompletableFuture.delayedExecutor(this.timeout.toMillis(), TimeUnit.MILLISECONDS));
		try (InputStream body = response.body()) {
			return reading.read(response, body);
		}
		catch (IOException ex) {
			String reason = late.get() ? "took longer than " + this.timeout : String.valueOf(ex.getMessage());
			throw ReleaseUnavailable.forNow("The answer of %s broke off: %s".formatted(address.getHost(), reason), ex);
		}
		finally {
			watch.cancel(false);
		}
	}

	private HttpResponse<InputStream> send(URI address, Map<String, String> headers) throws ReleaseUnavailable {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.timeout(this.timeout)
			.header("User-Agent", "mokuroku/0.1");
		headers.forEach(request::header);
		if (this.token != null && this.guard.trusts(address)) {
			request.header("Authorization", "Bearer " + this.token);
		}
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
		}
		catch (IOException ex) {
			throw ReleaseUnavailable.forNow(address.getHost() + " cannot be reached", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw ReleaseUnavailable.forNow("Interrupted while waiting for " + address.getHost(), ex);
		}
	}

	/** Where an answer sends us on to; null if nowhere, or from safety into the open. */
	private static @Nullable URI redirect(URI from, HttpResponse<InputStream> response) {
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

	private static void close(InputStream body) {
		try {
			body.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is done with an answer.
	 *
	 * @param <T> what it yields
	 */
	interface Reading<T> {

		T read(HttpResponse<?> response, InputStream body) throws IOException, ReleaseUnavailable;

	}

}

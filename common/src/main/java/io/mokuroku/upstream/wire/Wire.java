package io.mokuroku.upstream.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * Exchanges with providers. Nothing is tried twice and nothing is remembered here. The
 * JDK's client is used as it is, because it can give up in the middle of a body.
 */
public final class Wire implements AutoCloseable {

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private static final Set<String> PUBLIC_HEADERS = Set.of("User-Agent", "Accept", "Accept-Encoding");

	private final HttpClient http;

	private final WireLimits limits;

	/** Exchanges within limits. */
	public Wire(WireLimits limits) {
		this.limits = limits;
		this.http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(limits.connect())
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();
	}

	/**
	 * Sends a call and waits for the whole answer, whatever its status is.
	 * @throws WireFailure if there is none
	 */
	public Reply exchange(Call call) throws WireFailure {
		long deadline = System.nanoTime() + this.limits.total().toNanos();
		Redirects redirects = new Redirects(call.address());
		URI address = call.address();
		while (true) {
			HttpResponse<byte[]> response = send(request(call, address, redirects.isHome(address)), deadline);
			String location = response.headers().firstValue("Location").orElse("");
			if (!REDIRECTS.contains(response.statusCode()) || location.isEmpty()) {
				return new Reply(response.statusCode(), response.headers(), decoded(response));
			}
			if (call.body() != null) {
				throw new WireFailure(Trouble.REDIRECTED, "a POST was redirected", null);
			}
			address = redirects.follow(location);
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

	private HttpRequest request(Call call, URI address, boolean home) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.timeout(this.limits.headers())
			.header("Accept-Encoding", "gzip");
		for (Map.Entry<String, String> header : call.headers().entrySet()) {
			if (home || PUBLIC_HEADERS.contains(header.getKey())) {
				request.header(header.getKey(), header.getValue());
			}
		}
		if (call.body() != null) {
			request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(call.body()));
		}
		return request.build();
	}

	private HttpResponse<byte[]> send(HttpRequest request, long deadline) throws WireFailure {
		AtomicBoolean answering = new AtomicBoolean();
		CompletableFuture<HttpResponse<byte[]>> response = this.http.sendAsync(request, (_) -> {
			answering.set(true);
			return new CappedBody(this.limits.largest());
		});
		try {
			return response.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			response.cancel(true);
			throw new WireFailure(Trouble.TIMED_OUT, "no whole answer within " + seconds(this.limits.total()), ex);
		}
		catch (InterruptedException ex) {
			response.cancel(true);
			Thread.currentThread().interrupt();
			throw new WireFailure(Trouble.UNREACHABLE, "interrupted", ex);
		}
		catch (ExecutionException ex) {
			throw translated(ex.getCause(), answering.get());
		}
	}

	private WireFailure translated(@Nullable Throwable cause, boolean answering) {
		return switch (cause) {
			case HttpTimeoutException ex ->
				new WireFailure(Trouble.TIMED_OUT, "no answer within " + seconds(this.limits.headers()), ex);
			case SSLException ex -> new WireFailure(Trouble.INSECURE, "no secure connection", ex);
			case CappedBody.TooLarge ex -> tooLarge(ex);
			case null, default -> answering ? new WireFailure(Trouble.CUT_OFF, "the answer ended early", cause)
					: new WireFailure(Trouble.UNREACHABLE, "no connection", cause);
		};
	}

	private byte[] decoded(HttpResponse<byte[]> response) throws WireFailure {
		String encoding = response.headers().firstValue("Content-Encoding").orElse("").strip();
		if (response.body().length == 0 || !encoding.equalsIgnoreCase("gzip")) {
			return response.body();
		}
		try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
			byte[] body = content.readNBytes(this.limits.largest());
			if (content.read() >= 0) {
				throw new CappedBody.TooLarge(this.limits.largest());
			}
			return body;
		}
		catch (CappedBody.TooLarge ex) {
			throw tooLarge(ex);
		}
		catch (IOException ex) {
			throw new WireFailure(Trouble.CUT_OFF, "the answer is no whole gzip stream", ex);
		}
	}

	private static WireFailure tooLarge(IOException cause) {
		return new WireFailure(Trouble.TOO_LARGE, "the answer has " + cause.getMessage(), cause);
	}

	private static String seconds(Duration duration) {
		return duration.toMillis() / 1000.0 + " s";
	}

}

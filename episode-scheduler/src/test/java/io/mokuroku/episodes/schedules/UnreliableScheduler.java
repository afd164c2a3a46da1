package io.mokuroku.episodes.schedules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands between a client and a scheduler, counts the calls of each second, and fails as
 * it is told.
 */
final class UnreliableScheduler implements AutoCloseable {

	private final URI real;

	private final HttpServer server;

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<Long, AtomicInteger> calls = new ConcurrentHashMap<>();

	private final AtomicInteger calm = new AtomicInteger(Integer.MAX_VALUE);

	private final AtomicInteger failures = new AtomicInteger();

	private volatile int status;

	UnreliableScheduler(URI real) {
		this.real = real;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::pass);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** Fails some calls with a status after so many that go well; 0 cuts the line. */
	void failAfter(int calls, int failing, int withStatus) {
		this.status = withStatus;
		this.failures.set(failing);
		this.calm.set(calls);
	}

	/** All calls so far. */
	int calls() {
		return this.calls.values().stream().mapToInt(AtomicInteger::get).sum();
	}

	/** The most calls in one second of the clock. */
	int mostPerSecond() {
		return this.calls.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
	}

	private void pass(HttpExchange exchange) throws IOException {
		this.calls.computeIfAbsent(System.nanoTime() / 1_000_000_000L, (second) -> new AtomicInteger())
			.incrementAndGet();
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			if (this.calm.getAndDecrement() <= 0 && this.failures.getAndDecrement() > 0) {
				fail(exchange);
				return;
			}
			HttpRequest.Builder request = HttpRequest.newBuilder(this.real.resolve(exchange.getRequestURI().toString()))
				.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
			exchange.getRequestHeaders().forEach((name, values) -> {
				if (!name.matches("(?i)host|content-length|connection|expect|upgrade|http2-settings")) {
					values.forEach((value) -> request.header(name, value));
				}
			});
			HttpResponse<byte[]> answer = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			answer.headers().map().forEach((name, values) -> {
				if (!name.startsWith(":") && !name.equalsIgnoreCase("content-length")) {
					values.forEach((value) -> exchange.getResponseHeaders().add(name, value));
				}
			});
			send(exchange, answer.statusCode(), answer.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void fail(HttpExchange exchange) throws IOException {
		if (this.status == 0) {
			return;
		}
		exchange.getResponseHeaders()
			.set("X-Amzn-ErrorType", (this.status == 429) ? "ThrottlingException" : "InternalServerException");
		send(exchange, this.status, "{\"Message\":\"injected\"}".getBytes(StandardCharsets.UTF_8));
	}

	private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.client.close();
	}

}

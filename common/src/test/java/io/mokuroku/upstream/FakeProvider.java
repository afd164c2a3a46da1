package io.mokuroku.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A provider on loopback that says what a test wants it to say.
 */
final class FakeProvider implements AutoCloseable {

	private final HttpServer server;

	private final List<Headers> requests = new CopyOnWriteArrayList<>();

	private volatile Behaviour behaviour = (_) -> Said.status(500);

	FakeProvider() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/api");
	}

	void says(int status, String body) {
		says(new Said(status, body, Map.of()));
	}

	void says(Said said) {
		this.behaviour = (_) -> said;
	}

	void does(Behaviour behaviour) {
		this.behaviour = behaviour;
	}

	/** The headers of all requests so far. */
	List<Headers> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		this.requests.add(exchange.getRequestHeaders());
		Said said = this.behaviour.answer(exchange);
		said.headers().forEach(exchange.getResponseHeaders()::add);
		byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(said.status(), (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	record Said(int status, String body, Map<String, String> headers) {

		static Said status(int status) {
			return new Said(status, "", Map.of());
		}

		Said with(String header, String value) {
			return new Said(this.status, this.body, Map.of(header, value));
		}

	}

	@FunctionalInterface
	interface Behaviour {

		Said answer(HttpExchange exchange);

	}

}

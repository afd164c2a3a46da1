package io.mokuroku.search.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;

/**
 * A server that takes events, and answers with the status it is told.
 */
final class Receiver implements AutoCloseable {

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile int status = 204;

	Receiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", (exchange) -> {
			try (exchange) {
				String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
				this.received.add(new Received(exchange.getRequestHeaders(), body));
				exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
				exchange.sendResponseHeaders(this.status, -1);
			}
		});
		this.server.start();
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/hook?a=b");
	}

	void answer(int next) {
		this.status = next;
	}

	List<Received> received() {
		return this.received;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A request.
	 */
	record Received(Headers headers, String body) {

		String header(String name) {
			return String.valueOf(this.headers.getFirst(name));
		}

	}

}

package io.mokuroku.enrichment.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A web server with pictures, on a loopback address.
 */
final class PictureServer implements AutoCloseable {

	private final Map<String, Page> pages = new ConcurrentHashMap<>();

	private final AtomicInteger requests = new AtomicInteger();

	private final HttpServer server;

	PictureServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/** Serves a picture. */
	URI serve(String path, byte[] content) {
		this.pages.put(path, new Page(200, content, null));
		return address(path);
	}

	/** Answers with a status and nothing else. */
	URI fail(String path, int status) {
		this.pages.put(path, new Page(status, new byte[0], null));
		return address(path);
	}

	/** Sends everybody elsewhere. */
	URI redirect(String path, String location) {
		this.pages.put(path, new Page(302, new byte[0], location));
		return address(path);
	}

	/** The address of a path, whether there is something or not. */
	URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

	/** How often anything was asked for. */
	int requests() {
		return this.requests.get();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.requests.incrementAndGet();
		Page page = this.pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(404, new byte[0], null));
		try (exchange) {
			if (page.location() != null) {
				exchange.getResponseHeaders().set("Location", page.location());
			}
			exchange.sendResponseHeaders(page.status(), (page.content().length > 0) ? page.content().length : -1);
			exchange.getResponseBody().write(page.content());
		}
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Page(int status, byte[] content, @Nullable String location) {
	}

}

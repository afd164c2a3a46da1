package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback that publishes releases as GitHub does, and misbehaves on
 * request.
 */
final class FakeGitHub implements AutoCloseable {

	final List<String> requests = new CopyOnWriteArrayList<>();

	/** The newest values of Authorization, by path. */
	final Map<String, String> authorizations = new ConcurrentHashMap<>();

	private final Map<String, byte[]> files = new ConcurrentHashMap<>();

	private final Map<String, Map<String, PublishedFile>> releases = new ConcurrentHashMap<>();

	private final Map<String, Misbehaviour> misbehaviours = new ConcurrentHashMap<>();

	private final HttpServer server;

	FakeGitHub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** Publishes a file, or overwrites it in place. */
	void publish(String tag, String name, long id, byte[] bytes, @Nullable String digest) {
		Map<String, PublishedFile> release = this.releases.computeIfAbsent(tag, (_) -> new LinkedHashMap<>());
		release.put(name, new PublishedFile(id, bytes.length, digest));
		this.files.put("/download/" + tag + "/" + name, bytes);
	}

	/** Puts a file at an address of its own. */
	void put(String path, byte[] bytes) {
		this.files.put(path, bytes);
	}

	/** Answers a path in a way of its own. */
	void misbehave(String path, Misbehaviour misbehaviour) {
		this.misbehaviours.put(path, misbehaviour);
	}

	void behave() {
		this.misbehaviours.clear();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.requests.add(path);
		String authorization = exchange.getRequestHeaders().getFirst("Authorization");
		if (authorization != null) {
			this.authorizations.put(path, authorization);
		}
		Misbehaviour misbehaviour = this.misbehaviours.get(path);
		try (exchange) {
			if (misbehaviour != null) {
				misbehaviour.answer(exchange);
			}
			else if (path.startsWith("/repos/owner/name/releases/")) {
				answerRelease(exchange, path.substring(path.lastIndexOf('/') + 1), path.contains("/tags/"));
			}
			else if (path.startsWith("/download/")) {
				exchange.getResponseHeaders().add("Location", "/storage" + path);
				exchange.sendResponseHeaders(302, -1);
			}
			else {
				answerFile(exchange, path.startsWith("/storage") ? path.substring(8) : path);
			}
		}
	}

	private void answerRelease(HttpExchange exchange, String name, boolean tagged) throws IOException {
		String tag = tagged ? name : "2026-47";
		Map<String, PublishedFile> release = this.releases.get(tag);
		if (release == null) {
			exchange.sendResponseHeaders(404, -1);
			return;
		}
		List<String> assets = new ArrayList<>();
		release.forEach(
				(file, published) -> assets.add(published.json(file, address() + "/download/" + tag + "/" + file)));
		String body = "{\"tag_name\":\"%s\",\"assets\":[%s]}".formatted(tag, String.join(",", assets));
		send(exchange, body.getBytes(StandardCharsets.UTF_8));
	}

	private void answerFile(HttpExchange exchange, String path) throws IOException {
		byte[] bytes = this.files.get(path);
		if (bytes == null) {
			exchange.sendResponseHeaders(404, -1);
			return;
		}
		send(exchange, bytes);
	}

	private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
		String etag = "\"" + Arrays.hashCode(bytes) + "\"";
		if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
			exchange.sendResponseHeaders(304, -1);
			return;
		}
		exchange.getResponseHeaders().add("ETag", etag);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	/** A way to answer. */
	interface Misbehaviour {

		void answer(HttpExchange exchange) throws IOException;

		/** An answer without a body. */
		static Misbehaviour status(int status, String... headers) {
			return (exchange) -> {
				for (int i = 0; i < headers.length; i += 2) {
					exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
				}
				exchange.sendResponseHeaders(status, -1);
			};
		}

	}

	private record PublishedFile(long id, long size, @Nullable String digest) {

		String json(String name, String address) {
			return """
					{"id":%d,"name":"%s","state":"uploaded","size":%d,"updated_at":"2026-11-%02dT01:02:03Z",\
					"browser_download_url":"%s"%s}""".formatted(this.id, name, this.size, 1 + this.id % 28, address,
					(this.digest != null) ? ",\"digest\":\"sha256:" + this.digest + "\"" : "");
		}

	}

}

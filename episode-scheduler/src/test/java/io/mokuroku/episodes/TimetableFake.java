package io.mokuroku.episodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/**
 * AnimeSchedule's timetable of broadcasts. While it has nothing to say it is away.
 */
final class TimetableFake implements AutoCloseable {

	private final HttpServer server;

	private volatile String rows = "";

	TimetableFake() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/timetables/raw", (exchange) -> {
			byte[] body = this.rows.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders((body.length > 0) ? 200 : 503, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	/** Where it answers. */
	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Answers with these rows from now on. */
	void says(String json) {
		this.rows = json;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

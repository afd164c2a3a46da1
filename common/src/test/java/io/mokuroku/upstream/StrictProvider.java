package io.mokuroku.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Window;

/**
 * A provider on loopback that forgives nothing: a call is refused if any span of a
 * window's length before its arrival holds too many, if too many are under way, or if it
 * follows another too soon.
 */
final class StrictProvider implements AutoCloseable {

	private static final byte[] ANSWER = "{\"title\":\"Hoshi no Tegami\",\"status\":\"ONGOING\"}"
		.getBytes(StandardCharsets.UTF_8);

	private final HttpServer server;

	private final List<Deque<Long>> arrivals;

	private final Limits limits;

	private final Duration spacing;

	private final Duration latency;

	private int underWay;

	private long last = Long.MIN_VALUE;

	private final List<Long> welcomed = new ArrayList<>();

	private int refused;

	StrictProvider(Limits limits, Duration spacing, Duration latency) throws IOException {
		this.limits = limits;
		this.spacing = spacing;
		this.latency = latency;
		this.arrivals = limits.windows().stream().<Deque<Long>>map((_) -> new ArrayDeque<>()).toList();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	synchronized int accepted() {
		return this.welcomed.size();
	}

	/** How long the first calls took from the first to the last of them. */
	synchronized Duration taken(int calls) {
		return Duration.ofNanos(this.welcomed.get(calls - 1) - this.welcomed.getFirst());
	}

	synchronized int refused() {
		return this.refused;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		boolean welcome = arrive();
		try {
			Thread.sleep(this.latency);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		leave();
		exchange.sendResponseHeaders(welcome ? 200 : 429, ANSWER.length);
		exchange.getResponseBody().write(ANSWER);
		exchange.close();
	}

	private synchronized boolean arrive() {
		long now = System.nanoTime();
		this.underWay++;
		boolean welcome = this.underWay <= this.limits.parallel()
				&& (this.last == Long.MIN_VALUE || now - this.last >= this.spacing.toNanos());
		this.last = now;
		for (int index = 0; index < this.arrivals.size(); index++) {
			Window window = this.limits.windows().get(index);
			Deque<Long> calls = this.arrivals.get(index);
			while (!calls.isEmpty() && now - calls.getFirst() >= window.per().toNanos()) {
				calls.removeFirst();
			}
			calls.addLast(now);
			welcome &= calls.size() <= window.calls();
		}
		if (welcome) {
			this.welcomed.add(now);
		}
		else {
			this.refused++;
		}
		return welcome;
	}

	private synchronized void leave() {
		this.underWay--;
	}

}

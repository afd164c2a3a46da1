package io.mokuroku.search.agentic.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bedrock on loopback: Converse and ConverseStream as they are on the wire, with what a
 * test wants the models to say. It refuses what Bedrock refuses.
 */
public final class FakeBedrock {

	private static final JsonMapper JSON = new JsonMapper();

	private static final FakeBedrock SHARED = new FakeBedrock();

	private final HttpServer server;

	private final Map<String, Deque<Said>> scripts = new HashMap<>();

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final List<String> broken = new CopyOnWriteArrayList<>();

	private final BedrockConverse client;

	private volatile CountDownLatch over = new CountDownLatch(1);

	private FakeBedrock() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/model/", this::handle);
		this.server.start();
		this.client = BedrockConverse.with(
				(builder) -> builder.endpointOverride(address())
					.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))),
				20, JSON);
	}

	/**
	 * The one of all tests, because clients take their time to come and go. Its models
	 * fail until they are told what to say.
	 */
	public static FakeBedrock afresh() {
		SHARED.over.countDown();
		SHARED.over = new CountDownLatch(1);
		SHARED.asked.clear();
		SHARED.broken.clear();
		synchronized (SHARED.scripts) {
			SHARED.scripts.clear();
		}
		return SHARED;
	}

	/** The service's own client of it. */
	public BedrockConverse client() {
		return this.client;
	}

	/** What a model says, one after the other; the last goes on for ever. */
	public void says(String model, Said... says) {
		synchronized (this.scripts) {
			this.scripts.put(model, new ArrayDeque<>(List.of(says)));
		}
	}

	/** What was asked so far. */
	public List<Asked> asked() {
		return List.copyOf(this.asked);
	}

	/** The models whose client went away before the end. */
	public List<String> broken() {
		return List.copyOf(this.broken);
	}

	private URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	private void handle(HttpExchange exchange) throws IOException {
		String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
		String model = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
		boolean streams = path[3].equals("converse-stream");
		Asked request = new Asked(model, streams, JSON.readTree(exchange.getRequestBody().readAllBytes()));
		this.asked.add(request);
		String wrong = StrictBedrock.findWrong(request.body());
		Said said = (wrong != null) ? new Said.Fails(400, "ValidationException") : next(model);
		try (exchange) {
			switch (said) {
				case Said.Fails(int status, String type) -> fail(exchange, status, type);
				case Said.Hangs hangs -> hang(exchange, hangs, streams);
				case Said.Garbage(String body) -> send(exchange, 200, body);
				case Said.Reply reply when streams -> BedrockEvents.reply(open(exchange), reply);
				case Said.Reply reply -> send(exchange, 200, BedrockEvents.whole(reply));
				case Said.BreaksOff broken -> BedrockEvents.breakOff(open(exchange), broken);
				case Said.Chatters chatters -> chatter(open(exchange), chatters.words());
			}
		}
		catch (IOException ex) {
			this.broken.add(model);
		}
	}

	private Said next(String model) {
		synchronized (this.scripts) {
			Deque<Said> script = this.scripts.get(model);
			if (script == null) {
				return new Said.Fails(503, "ServiceUnavailableException");
			}
			return (script.size() > 1) ? script.removeFirst() : script.getFirst();
		}
	}

	private void hang(HttpExchange exchange, Said.Hangs hangs, boolean streams) throws IOException {
		OutputStream out = streams ? open(exchange) : null;
		CountDownLatch end = this.over;
		try {
			if (!end.await(hangs.time().toMillis(), TimeUnit.MILLISECONDS) && out != null) {
				chatter(out, "still there");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whoever stops listening is noticed by writing. */
	private void chatter(OutputStream out, String words) throws IOException {
		CountDownLatch end = this.over;
		BedrockEvents.begin(out);
		while (end.getCount() > 0) {
			BedrockEvents.words(out, 0, words);
			out.flush();
		}
	}

	private static OutputStream open(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", "application/vnd.amazon.eventstream");
		exchange.sendResponseHeaders(200, 0);
		return exchange.getResponseBody();
	}

	private static void fail(HttpExchange exchange, int status, String type) throws IOException {
		exchange.getResponseHeaders().add("x-amzn-errortype", type);
		send(exchange, status, "{\"message\":\"told by a test\"}");
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	/**
	 * A request.
	 */
	public record Asked(String model, boolean streams, JsonNode body) {

		/** The tools it offers. */
		public List<String> tools() {
			return this.body.get("toolConfig")
				.get("tools")
				.valueStream()
				.map((tool) -> tool.get("toolSpec").get("name").asString())
				.toList();
		}

		/** What its tools gave in the last message, as text. */
		public List<JsonNode> results() {
			List<JsonNode> results = new ArrayList<>();
			JsonNode messages = this.body.get("messages");
			messages.get(messages.size() - 1)
				.get("content")
				.valueStream()
				.map((block) -> block.get("toolResult"))
				.filter((result) -> result != null)
				.forEach(results::add);
			return results;
		}

		/** What the client asked first. */
		public @Nullable String question() {
			return this.body.get("messages").get(0).get("content").get(0).get("text").asString();
		}

	}

}

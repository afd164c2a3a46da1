package io.mokuroku.review.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes answers as Step Functions does and records them.
 */
public final class StatesFake implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpServer server;

	private final List<Answered> answers = new CopyOnWriteArrayList<>();

	private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

	private StatesFake(HttpServer server) {
		this.server = server;
	}

	/** Starts it on a free port of the loopback address. */
	public static StatesFake start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			StatesFake fake = new StatesFake(server);
			server.createContext("/", fake::answer);
			server.start();
			return fake;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where it listens. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** What it was told, in order. */
	public List<Answered> answers() {
		return List.copyOf(this.answers);
	}

	/** Refuses answers for a token from now on. */
	public void refuse(String token, int status, String error) {
		this.refusals.put(token, new Refusal(status, error));
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
			JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
			String token = body.path("taskToken").asString();
			Refusal refusal = this.refusals.get(token);
			if (refusal != null) {
				reply(exchange, refusal.status(), "{\"__type\":\"%s\",\"message\":\"no\"}".formatted(refusal.error()));
				return;
			}
			String action = target.substring(target.indexOf('.') + 1);
			if (!action.equals("SendTaskHeartbeat")) {
				this.answers.add(new Answered(action, token, body));
			}
			reply(exchange, 200, "{}");
		}
	}

	private static void reply(HttpExchange exchange, int status, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * One answer.
	 *
	 * @param action {@code SendTaskSuccess} or {@code SendTaskFailure}
	 * @param token what waited for it
	 * @param body the request
	 */
	public record Answered(String action, String token, JsonNode body) {
	}

	private record Refusal(int status, String error) {
	}

}

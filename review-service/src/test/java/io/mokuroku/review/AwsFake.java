package io.mokuroku.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service of AWS that speaks JSON 1.1 over HTTP: each action answers as it is told.
 */
public final class AwsFake implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpServer server;

	private final Map<String, Function<JsonNode, Reply>> actions = new ConcurrentHashMap<>();

	private AwsFake(HttpServer server) {
		this.server = server;
	}

	/** Starts it on a free port of the loopback address. */
	public static AwsFake start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			AwsFake fake = new AwsFake(server);
			server.createContext("/", fake::answer);
			server.start();
			return fake;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Answers an action from now on.
	 * @param target the service and its action, as in {@code SageMaker.ListWorkteams}
	 */
	public AwsFake on(String target, Function<JsonNode, Reply> action) {
		this.actions.put(target, action);
		return this;
	}

	/** A client of this service that does not try twice. */
	public <C> C client(AwsClientBuilder<?, C> builder) {
		return client(builder, address());
	}

	/** Where it listens. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** A client whose service does not answer. */
	public static <C> C unreachable(AwsClientBuilder<?, C> builder) {
		return client(builder, URI.create("http://127.0.0.1:1"));
	}

	/** A client of a service at an address that does not try twice. */
	public static <C> C client(AwsClientBuilder<?, C> builder, URI address) {
		builder.region(Region.US_EAST_1);
		builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
		builder.endpointOverride(address);
		builder.overrideConfiguration((calls) -> calls.retryStrategy(DefaultRetryStrategy.doNotRetry()));
		return builder.build();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
			JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
			Reply reply = this.actions.getOrDefault(target, (_) -> Reply.failure(400, "UnknownOperationException"))
				.apply(request);
			byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
			exchange.sendResponseHeaders(reply.status(), body.length);
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * An answer.
	 *
	 * @param status of HTTP
	 * @param json the body
	 */
	public record Reply(int status, String json) {

		/** What was asked for. */
		public static Reply ok(Object body) {
			return new Reply(200, JSON.writeValueAsString(body));
		}

		/** A failure of the service's own. */
		public static Reply failure(int status, String type) {
			return new Reply(status, "{\"__type\":\"%s\",\"message\":\"as told\"}".formatted(type));
		}

	}

}

package io.mokuroku.local.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mokuroku.local.AwsService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP address for the AWS services of our own, and for the health of the local cloud
 * at {@code GET /health}.
 */
final class AwsFront implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(AwsFront.class);

	private static final String JSON = "application/x-amz-json-1.0";

	private static final int LARGEST_BODY = 4 * 1024 * 1024;

	private final HttpServer server;

	private final ExecutorService threads;

	private final List<AwsService> services;

	private final Supplier<Optional<String>> trouble;

	private AwsFront(HttpServer server, ExecutorService threads, List<AwsService> services,
			Supplier<Optional<String>> trouble) {
		this.server = server;
		this.threads = threads;
		this.services = services;
		this.trouble = trouble;
	}

	/**
	 * Starts answering.
	 * @param services asked in this order
	 * @param trouble what keeps the local cloud from being healthy, in a sentence
	 */
	static AwsFront open(String host, int port, List<AwsService> services, Supplier<Optional<String>> trouble)
			throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
		ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
		AwsFront front = new AwsFront(server, threads, List.copyOf(services), trouble);
		server.setExecutor(threads);
		server.createContext("/", front::handle);
		server.start();
		return front;
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(1);
		this.threads.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			AwsService.Response response = answer(exchange);
			exchange.getResponseHeaders().set("Content-Type", response.contentType());
			byte[] body = response.body();
			exchange.sendResponseHeaders(response.status(), (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

	private AwsService.Response answer(HttpExchange exchange) throws IOException {
		AwsService.Request request = request(exchange);
		if (request.body().length > LARGEST_BODY) {
			return error(413, "RequestEntityTooLargeException", "The request body is larger than 4 MiB");
		}
		if (request.target() == null && "GET".equals(request.method()) && "/health".equals(request.path())) {
			return health();
		}
		for (AwsService service : this.services) {
			if (service.answers(request)) {
				return answer(service, request);
			}
		}
		return error(400, "UnknownOperationException", "No local service answers "
				+ ((request.target() != null) ? request.target() : request.method() + " " + request.path()));
	}

	private static AwsService.Response answer(AwsService service, AwsService.Request request) {
		try {
			return service.answer(request);
		}
		catch (RuntimeException ex) {
			log.error("event=request-failed target={} path={}", request.target(), request.path(), ex);
			return error(500, "InternalServiceException", String.valueOf(ex.getMessage()));
		}
	}

	private AwsService.Response health() {
		return this.trouble.get().map((sentence) -> text(503, sentence + "\n")).orElseGet(() -> text(200, "healthy\n"));
	}

	private static AwsService.Request request(HttpExchange exchange) throws IOException {
		return new AwsService.Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
				query(exchange.getRequestURI().getRawQuery()), exchange.getRequestHeaders().getFirst("X-Amz-Target"),
				exchange.getRequestBody().readNBytes(LARGEST_BODY + 1));
	}

	private static Map<String, String> query(@Nullable String raw) {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (raw == null) {
			return parameters;
		}
		for (String pair : raw.split("&", -1)) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String value = (equals < 0) ? "" : pair.substring(equals + 1);
			parameters.put(URLDecoder.decode(name, StandardCharsets.UTF_8),
					URLDecoder.decode(value, StandardCharsets.UTF_8));
		}
		return parameters;
	}

	private static AwsService.Response error(int status, String type, String message) {
		String escaped = message.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
		String body = "{\"__type\":\"" + type + "\",\"message\":\"" + escaped + "\"}";
		return new AwsService.Response(status, JSON, body.getBytes(StandardCharsets.UTF_8));
	}

	private static AwsService.Response text(int status, String body) {
		return new AwsService.Response(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
	}

}

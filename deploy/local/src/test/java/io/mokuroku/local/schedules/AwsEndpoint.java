package io.mokuroku.local.schedules;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

import io.mokuroku.local.AwsService;

/**
 * Puts a service behind HTTP on a free loopback port, for the real SDK client to talk to.
 */
final class AwsEndpoint implements AutoCloseable {

	private final HttpServer http;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final AwsService service;

	private AwsEndpoint(AwsService service) throws IOException {
		this.service = service;
		this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
		this.http.setExecutor(this.threads);
		this.http.createContext("/", this::handle);
		this.http.start();
	}

	static AwsEndpoint of(AwsService service) throws IOException {
		return new AwsEndpoint(service);
	}

	SchedulerClient client() {
		return SchedulerClient.builder()
			.endpointOverride(URI.create("http://127.0.0.1:" + this.http.getAddress().getPort()))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
			.build();
	}

	private void handle(HttpExchange exchange) throws IOException {
		AwsService.Request request = new AwsService.Request(exchange.getRequestMethod(),
				exchange.getRequestURI().getPath(), query(exchange.getRequestURI().getRawQuery()),
				exchange.getRequestHeaders().getFirst("X-Amz-Target"), exchange.getRequestBody().readAllBytes());
		AwsService.Response response = this.service.answers(request) ? this.service.answer(request)
				: new AwsService.Response(404, "text/plain", new byte[0]);
		exchange.getResponseHeaders().set("Content-Type", response.contentType());
		exchange.sendResponseHeaders(response.status(), response.body().length);
		exchange.getResponseBody().write(response.body());
		exchange.close();
	}

	private static Map<String, String> query(@Nullable String raw) {
		Map<String, String> query = new LinkedHashMap<>();
		for (String pair : (raw != null) ? raw.split("&", -1) : new String[0]) {
			String[] parts = pair.split("=", 2);
			query.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
					URLDecoder.decode((parts.length > 1) ? parts[1] : "", StandardCharsets.UTF_8));
		}
		return query;
	}

	@Override
	public void close() {
		this.http.stop(0);
		this.threads.close();
	}

}

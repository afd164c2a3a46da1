package io.mokuroku.local.states;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.mokuroku.local.AwsService;

/**
 * A loopback port behind which a Step Functions server answers.
 */
final class MachinesOverHttp implements AutoCloseable {

	private final Supplier<StateMachines> machines;

	private final HttpServer http;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private MachinesOverHttp(Supplier<StateMachines> machines, HttpServer http) {
		this.machines = machines;
		this.http = http;
	}

	/**
	 * Starts answering.
	 * @param port the port, 0 for any that is free
	 * @param machines the server that answers at the moment
	 */
	static MachinesOverHttp open(int port, Supplier<StateMachines> machines) throws IOException {
		HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		MachinesOverHttp opened = new MachinesOverHttp(machines, http);
		http.createContext("/", opened::answer);
		http.setExecutor(opened.threads);
		http.start();
		return opened;
	}

	int port() {
		return this.http.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		AwsService.Request request = new AwsService.Request(exchange.getRequestMethod(),
				exchange.getRequestURI().getPath(), Map.of(), exchange.getRequestHeaders().getFirst("X-Amz-Target"),
				exchange.getRequestBody().readAllBytes());
		AwsService.Response response = this.machines.get().answer(request);
		exchange.getResponseHeaders().set("Content-Type", response.contentType());
		exchange.getResponseHeaders().set("x-amzn-RequestId", "00000000-0000-4000-8000-000000000000");
		exchange.sendResponseHeaders(response.status(), response.body().length);
		try (OutputStream body = exchange.getResponseBody()) {
			body.write(response.body());
		}
	}

	@Override
	public void close() {
		this.http.stop(0);
		this.threads.close();
	}

}

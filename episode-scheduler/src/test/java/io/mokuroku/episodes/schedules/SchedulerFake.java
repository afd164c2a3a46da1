package io.mokuroku.episodes.schedules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps schedules as EventBridge Scheduler does and records what it was asked. Nothing
 * fires.
 */
public final class SchedulerFake implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int PAGE = 2;

	private final HttpServer server;

	private final List<String> groups = new CopyOnWriteArrayList<>();

	private final Map<String, ObjectNode> schedules = new ConcurrentSkipListMap<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final Map<String, Integer> refused = new ConcurrentHashMap<>();

	private final AtomicInteger failures = new AtomicInteger();

	private volatile int failing;

	private SchedulerFake(HttpServer server) {
		this.server = server;
	}

	/** Starts it on a free port of the loopback address. */
	public static SchedulerFake start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			SchedulerFake fake = new SchedulerFake(server);
			server.createContext("/", fake::answer);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return fake;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where it answers. */
	public URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** The schedules there are, as they were sent. */
	public Map<String, ObjectNode> schedules() {
		return new TreeMap<>(this.schedules);
	}

	/** Method and path of what it was asked, in order. */
	List<String> requests() {
		return List.copyOf(this.requests);
	}

	/** Forgets what it was asked. */
	void forgetRequests() {
		this.requests.clear();
	}

	/** Answers every request with this status from now on. */
	void failWith(int status) {
		failNext(Integer.MAX_VALUE, status);
	}

	/** Answers the next requests with this status. */
	void failNext(int requests, int status) {
		this.failures.set(requests);
		this.failing = status;
	}

	/** Answers every request about one schedule with this status from now on. */
	void refuse(String name, int status) {
		this.refused.put(name, status);
	}

	/** Lets a schedule look as if it was changed an hour ago. */
	void touch(String name) {
		Objects.requireNonNull(this.schedules.get(name), name)
			.put("LastModificationDate", Instant.now().getEpochSecond() - 3600);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			String method = exchange.getRequestMethod();
			this.requests.add(method + " " + path);
			JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
			Integer refusal = this.refused.get(path.substring(path.lastIndexOf('/') + 1));
			if (refusal != null) {
				error(exchange, refusal);
			}
			else if (this.failures.get() > 0) {
				this.failures.decrementAndGet();
				error(exchange, this.failing);
			}
			else if (path.startsWith("/schedule-groups/")) {
				group(exchange, path.substring(17));
			}
			else if (path.equals("/schedules")) {
				list(exchange);
			}
			else {
				schedule(exchange, method, path.substring(11), body);
			}
		}
	}

	private void group(HttpExchange exchange, String name) throws IOException {
		if (this.groups.contains(name)) {
			error(exchange, 409, "ConflictException");
			return;
		}
		this.groups.add(name);
		reply(exchange, 200, JSON.createObjectNode().put("ScheduleGroupArn", "arn:" + name));
	}

	private void schedule(HttpExchange exchange, String method, String name, JsonNode body) throws IOException {
		ObjectNode known = this.schedules.get(name);
		if (method.equals("POST") && known != null) {
			error(exchange, 409, "ConflictException");
			return;
		}
		if (!method.equals("POST") && known == null) {
			error(exchange, 404, "ResourceNotFoundException");
			return;
		}
		switch (method) {
			case "POST", "PUT" -> keep(exchange, name, (ObjectNode) body);
			case "DELETE" -> {
				this.schedules.remove(name);
				reply(exchange, 200, JSON.createObjectNode());
			}
			default -> reply(exchange, 200, Objects.requireNonNull(known));
		}
	}

	private void keep(HttpExchange exchange, String name, ObjectNode body) throws IOException {
		if (!this.groups.contains(body.path("GroupName").asString())) {
			error(exchange, 404, "ResourceNotFoundException");
			return;
		}
		this.schedules.put(name,
				body.put("Name", name).put("LastModificationDate", Instant.now().toEpochMilli() / 1000d));
		reply(exchange, 200, JSON.createObjectNode().put("ScheduleArn", "arn:" + name));
	}

	private void list(HttpExchange exchange) throws IOException {
		String query = "&" + exchange.getRequestURI().getQuery();
		String from = query.contains("&NextToken=") ? query.replaceAll(".*&NextToken=([^&]*).*", "$1") : "";
		String prefix = query.contains("&NamePrefix=") ? query.replaceAll(".*&NamePrefix=([^&]*).*", "$1") : "";
		List<ObjectNode> rest = this.schedules.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().compareTo(from) > 0 && entry.getKey().startsWith(prefix))
			.map(Map.Entry::getValue)
			.toList();
		ObjectNode page = JSON.createObjectNode();
		ArrayNode summaries = page.putArray("Schedules");
		rest.stream()
			.limit(PAGE)
			.forEach((schedule) -> summaries.addObject()
				.put("Name", schedule.path("Name").asString())
				.put("LastModificationDate", schedule.path("LastModificationDate").asDouble()));
		if (rest.size() > PAGE) {
			page.put("NextToken", rest.get(PAGE - 1).path("Name").asString());
		}
		reply(exchange, 200, page);
	}

	private static void error(HttpExchange exchange, int status) throws IOException {
		error(exchange, status, switch (status) {
			case 429 -> "ThrottlingException";
			case 400 -> "ValidationException";
			default -> "InternalServerException";
		});
	}

	private static void error(HttpExchange exchange, int status, String type) throws IOException {
		exchange.getResponseHeaders().set("X-Amzn-ErrorType", type);
		reply(exchange, status, JSON.createObjectNode().put("Message", type));
	}

	private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
		byte[] bytes = JSON.writeValueAsBytes(body);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

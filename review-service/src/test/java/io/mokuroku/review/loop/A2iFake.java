package io.mokuroku.review.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mokuroku.review.AwsFake;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemakera2iruntime.SageMakerA2IRuntimeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runtime of Amazon A2I, and the bucket it puts answers into, as they speak over
 * HTTP.
 */
final class A2iFake implements AutoCloseable {

	static final String FLOW = "arn:aws:sagemaker:us-east-1:111122223333:flow-definition/reviews";

	static final String PLACE = "s3://answers/a2i";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpServer server;

	private final A2iRuntime runtime;

	private final AnswerBucket answers;

	private final Map<String, Map<String, Object>> loops = new LinkedHashMap<>();

	private final Map<String, JsonNode> inputs = new HashMap<>();

	private final Map<String, String> objects = new ConcurrentHashMap<>();

	private @Nullable Refusal refusal;

	private boolean bucketAway;

	private A2iFake(HttpServer server) {
		this.server = server;
		URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
		this.runtime = new A2iRuntime(AwsFake.client(SageMakerA2IRuntimeClient.builder(), address), FLOW);
		this.answers = new AnswerBucket(AwsFake.client(S3Client.builder().forcePathStyle(true), address), PLACE);
	}

	static A2iFake start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			A2iFake fake = new A2iFake(server);
			server.createContext("/", fake::answer);
			server.start();
			return fake;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	A2iRuntime runtime() {
		return this.runtime;
	}

	AnswerBucket answers() {
		return this.answers;
	}

	/** Refuses every call from now on; not any more if absent. */
	synchronized void refuse(@Nullable Refusal with) {
		this.refusal = with;
	}

	synchronized void bucketAway(boolean now) {
		this.bucketAway = now;
	}

	synchronized void forgetAll() {
		this.loops.clear();
		this.inputs.clear();
		this.objects.clear();
		this.refusal = null;
		this.bucketAway = false;
	}

	/** The status of every loop by name, in the order they were started. */
	synchronized Map<String, Object> statuses() {
		Map<String, Object> statuses = new LinkedHashMap<>();
		this.loops.forEach((name, loop) -> statuses.put(name, String.valueOf(loop.get("HumanLoopStatus"))));
		return statuses;
	}

	synchronized JsonNode input(LoopName name) {
		return Optional.ofNullable(this.inputs.get(name.toString())).orElseThrow();
	}

	/** A loop comes to an end without answers. */
	synchronized void end(LoopName name, String status) {
		loop(name).put("HumanLoopStatus", status);
		loop(name).put("FailureReason", "as told");
	}

	/** A loop is completed; what workers answered lies in the bucket. */
	synchronized LoopState complete(LoopName name, String output) {
		String key = "a2i/reviews/2026/11/" + name + "/output.json";
		this.objects.put("/answers/" + key, output);
		return completeAt(name, "s3://answers/" + key);
	}

	/** A loop is completed; the address of its answers is as told. */
	synchronized LoopState completeAt(LoopName name, String address) {
		loop(name).put("HumanLoopStatus", "Completed");
		loop(name).put("HumanLoopOutput", Map.of("OutputS3Uri", address));
		return new LoopState(LoopStatus.COMPLETED, address, null);
	}

	/** What A2I writes about answers, each by another worker. */
	static String output(LoopName name, List<Map<String, Object>> answers) {
		List<Map<String, Object>> written = new ArrayList<>();
		for (Map<String, Object> answer : answers) {
			written.add(
					Map.of("answerContent", answer, "submissionTime", "2026-11-22T11:0%d:00Z".formatted(written.size()),
							"workerId", "worker" + (written.size() + 1), "timeSpentInSeconds", 41.5));
		}
		return JSON.writeValueAsString(Map.of("humanLoopName", name.toString(), "flowDefinitionArn", FLOW,
				"humanAnswers", written, "inputContent", Map.of("version", 1)));
	}

	private Map<String, Object> loop(LoopName name) {
		return Optional.ofNullable(this.loops.get(name.toString())).orElseThrow();
	}

	private synchronized void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
			if (!path.startsWith("/human-loops")) {
				object(exchange, path);
			}
			else if (this.refusal != null) {
				refused(exchange, this.refusal);
			}
			else if (exchange.getRequestMethod().equals("POST")) {
				changed(exchange, path.endsWith("/stop"), request.path("HumanLoopName").asString(), request);
			}
			else if (path.equals("/human-loops")) {
				reply(exchange, 200, JSON.writeValueAsString(Map.of("HumanLoopSummaries", this.loops.values())));
			}
			else {
				Map<String, Object> loop = this.loops.get(path.substring("/human-loops/".length()));
				if (loop == null) {
					refused(exchange, new Refusal(404, "ResourceNotFoundException"));
				}
				else {
					reply(exchange, 200, JSON.writeValueAsString(loop));
				}
			}
		}
	}

	private void changed(HttpExchange exchange, boolean stop, String name, JsonNode request) throws IOException {
		Map<String, Object> loop = this.loops.get(name);
		if (stop) {
			stopped(exchange, loop);
		}
		else if (loop != null) {
			refused(exchange, new Refusal(409, "ConflictException"));
		}
		else if (!name.matches("[a-z0-9](-*[a-z0-9]){0,62}")
				|| !FLOW.equals(request.path("FlowDefinitionArn").asString())) {
			refused(exchange, new Refusal(400, "ValidationException"));
		}
		else {
			String arn = "arn:aws:sagemaker:us-east-1:111122223333:human-loop/" + name;
			this.inputs.put(name, JSON.readTree(request.path("HumanLoopInput").path("InputContent").asString()));
			this.loops.put(name, new HashMap<>(Map.of("HumanLoopName", name, "HumanLoopStatus", "InProgress",
					"FlowDefinitionArn", FLOW, "HumanLoopArn", arn, "CreationTime", "2026-11-22T10:00:00Z")));
			reply(exchange, 201, JSON.writeValueAsString(Map.of("HumanLoopArn", arn)));
		}
	}

	private static void stopped(HttpExchange exchange, @Nullable Map<String, Object> loop) throws IOException {
		if (loop == null) {
			refused(exchange, new Refusal(404, "ResourceNotFoundException"));
		}
		else if (!"InProgress".equals(loop.get("HumanLoopStatus"))) {
			refused(exchange, new Refusal(400, "ValidationException"));
		}
		else {
			loop.put("HumanLoopStatus", "Stopped");
			reply(exchange, 200, "{}");
		}
	}

	private void object(HttpExchange exchange, String path) throws IOException {
		String object = this.objects.get(path);
		if (this.bucketAway) {
			reply(exchange, 503, "<Error><Code>SlowDown</Code></Error>");
		}
		else if (object == null) {
			reply(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>as told</Message></Error>");
		}
		else {
			reply(exchange, 200, object);
		}
	}

	private static void refused(HttpExchange exchange, Refusal refusal) throws IOException {
		exchange.getResponseHeaders().add("x-amzn-ErrorType", refusal.type());
		reply(exchange, refusal.status(), "{\"Message\":\"as told\"}");
	}

	private static void reply(HttpExchange exchange, int status, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders()
			.add("Content-Type", text.startsWith("<") ? "application/xml" : "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A failure of the service's own.
	 *
	 * @param status of HTTP
	 * @param type its name
	 */
	record Refusal(int status, String type) {
	}

}

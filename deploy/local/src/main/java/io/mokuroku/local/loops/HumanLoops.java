package io.mokuroku.local.loops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import io.mokuroku.local.AwsService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The runtime of Amazon A2I as far as the catalogue uses it: loops are started,
 * described, listed and stopped. Whoever tries it is the workers: one request more takes
 * their answers, {@code POST /human-loops/NAME/answers} with a list of them, and one
 * shows the question, {@code GET /human-loops/NAME/question}. Loops are files, so they
 * outlive this process.
 */
public final class HumanLoops implements AwsService {

	private static final String ROOT = "/human-loops";

	private static final String ARN = "arn:aws:sagemaker:us-east-1:000000000000:human-loop/";

	private static final Logger log = LoggerFactory.getLogger(HumanLoops.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Path folder;

	private final AnswerPlace place;

	private final InstantSource clock;

	private HumanLoops(Path folder, AnswerPlace place, InstantSource clock) {
		this.folder = folder;
		this.place = place;
		this.clock = clock;
	}

	/**
	 * Loops kept in a folder, which is made if it is missing.
	 * @param place where answers go
	 * @param clock dates loops
	 */
	public static HumanLoops open(Path folder, AnswerPlace place, InstantSource clock) throws IOException {
		return new HumanLoops(Files.createDirectories(folder), place, clock);
	}

	@Override
	public boolean answers(Request request) {
		return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
	}

	@Override
	public synchronized Response answer(Request request) {
		try {
			String[] parts = request.path().substring(ROOT.length()).split("/", -1);
			String what = request.method() + " " + ((parts.length > 2) ? parts[2] : "");
			JsonNode body = JSON.readTree((request.body().length > 0) ? request.body() : new byte[] { '{', '}' });
			if (parts.length == 1) {
				return request.method().equals("POST") ? start(body) : list();
			}
			if (parts[1].equals("stop") && parts.length == 2) {
				return stop(body.path("HumanLoopName").asString(""));
			}
			Path file = file(parts[1]);
			if (!Files.exists(file)) {
				return refuse(404, "ResourceNotFoundException", "There is no loop " + parts[1]);
			}
			ObjectNode loop = (ObjectNode) JSON.readTree(Files.readString(file));
			return switch (what) {
				case "GET " -> reply(200, described(loop));
				case "GET question" -> reply(200, JSON.readTree(loop.path("Question").asString()));
				case "POST answers" -> complete(parts[1], loop, body);
				default -> refuse(400, "ValidationException", "Loops do not know " + what);
			};
		}
		catch (JacksonException ex) {
			return refuse(400, "ValidationException", "Not JSON: " + ex.getOriginalMessage());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Response start(JsonNode request) throws IOException {
		String name = request.path("HumanLoopName").asString("");
		if (!name.matches("[a-z0-9](-*[a-z0-9]){0,62}")) {
			return refuse(400, "ValidationException", "Not a name of a loop: " + name);
		}
		if (Files.exists(file(name))) {
			return refuse(409, "ConflictException", "There is a loop " + name);
		}
		ObjectNode loop = JSON.createObjectNode()
			.put("HumanLoopName", name)
			.put("HumanLoopArn", ARN + name)
			.put("HumanLoopStatus", "InProgress")
			.put("FlowDefinitionArn", request.path("FlowDefinitionArn").asString(""))
			.put("CreationTime", this.clock.instant().toString())
			.put("Question", request.at("/HumanLoopInput/InputContent").asString("{}"));
		keep(name, loop);
		log.info("event=loop-started loop={}", name);
		return reply(201, JSON.createObjectNode().put("HumanLoopArn", ARN + name));
	}

	private Response list() throws IOException {
		ArrayNode loops = JSON.createArrayNode();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".json")).sorted().toList()) {
				loops.add(described((ObjectNode) JSON.readTree(Files.readString(file))));
			}
		}
		return reply(200, JSON.createObjectNode().set("HumanLoopSummaries", loops));
	}

	private Response stop(String name) throws IOException {
		Path file = file(name);
		if (!Files.exists(file)) {
			return refuse(404, "ResourceNotFoundException", "There is no loop " + name);
		}
		ObjectNode loop = (ObjectNode) JSON.readTree(Files.readString(file));
		if (!isRunning(loop)) {
			return refuse(400, "ValidationException", name + " does not run");
		}
		changed(name, loop.put("HumanLoopStatus", "Stopped"));
		return reply(200, JSON.createObjectNode());
	}

	private Response complete(String name, ObjectNode loop, JsonNode answers) throws IOException {
		if (!isRunning(loop)) {
			return refuse(409, "ConflictException", name + " does not run");
		}
		if (!answers.isArray() || answers.isEmpty()) {
			return refuse(400, "ValidationException", "Answers are a list of objects, one of each worker");
		}
		Instant now = this.clock.instant();
		ObjectNode output = JSON.createObjectNode()
			.put("humanLoopName", name)
			.put("flowDefinitionArn", loop.path("FlowDefinitionArn").asString());
		ArrayNode given = output.putArray("humanAnswers");
		for (JsonNode answer : List.copyOf(answers.values())) {
			ObjectNode one = given.addObject();
			one.put("workerId", "worker-" + given.size()).put("submissionTime", now.toString());
			one.set("answerContent", answer);
		}
		String address = this.place.keep(name, JSON.writeValueAsString(output));
		loop.put("HumanLoopStatus", "Completed").putObject("HumanLoopOutput").put("OutputS3Uri", address);
		changed(name, loop);
		return reply(200, described(loop));
	}

	private void changed(String name, ObjectNode loop) throws IOException {
		keep(name, loop);
		ObjectNode event = JSON.createObjectNode().put("detail-type", "SageMaker A2I HumanLoop Status Change");
		ObjectNode detail = event.putObject("detail")
			.put("humanLoopName", name)
			.put("humanLoopStatus", loop.path("HumanLoopStatus").asString());
		if (loop.has("HumanLoopOutput")) {
			detail.putObject("humanLoopOutput").put("outputS3Uri", loop.at("/HumanLoopOutput/OutputS3Uri").asString());
		}
		this.place.tell(JSON.writeValueAsString(event));
		log.info("event=loop-changed loop={} status={}", name, loop.path("HumanLoopStatus").asString());
	}

	private static boolean isRunning(ObjectNode loop) {
		return "InProgress".equals(loop.path("HumanLoopStatus").asString());
	}

	private static ObjectNode described(ObjectNode loop) {
		return loop.without("Question");
	}

	/** A name that is none has no file, wherever it points. */
	private Path file(String name) {
		return this.folder.resolve((name.matches("[a-z0-9-]{1,63}") ? name : "none") + ".json");
	}

	private void keep(String name, ObjectNode loop) throws IOException {
		Path draft = this.folder.resolve(name + ".draft");
		Files.writeString(draft, JSON.writeValueAsString(loop));
		Files.move(draft, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	private static Response refuse(int status, String type, String message) {
		return reply(status, JSON.createObjectNode().put("__type", type).put("message", message));
	}

	private static Response reply(int status, JsonNode body) {
		return new Response(status, "application/json", JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
	}

}

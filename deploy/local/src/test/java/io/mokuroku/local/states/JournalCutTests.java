package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.mokuroku.local.AwsService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever a crash cuts the journal of an execution, a new process brings the execution
 * to the same end.
 */
class JournalCutTests {

	private static final String DEFINITION = """
			{"QueryLanguage": "JSONata", "StartAt": "First", "States": {
			"First": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Arguments":
			{"QueueUrl": "q", "MessageBody": {"token": "{% $states.context.Task.Token %}", "n": "{% $states.input.n %}"}},
			"Retry": [{"ErrorEquals": ["Again"]}], "TimeoutSeconds": 900, "HeartbeatSeconds": 300,
			"Assign": {"v": "{% $states.result %}"}, "Next": "Nap"},
			"Nap": {"Type": "Wait", "Seconds": 5, "Next": "Each"},
			"Each": {"Type": "Map", "Items": "{% [1..2] %}", "MaxConcurrency": 1, "ItemProcessor": {"StartAt": "Item",
			"States": {"Item": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
			"Arguments": {"QueueUrl": "q", "MessageBody": {"token": "{% $states.context.Task.Token %}",
			"n": "{% $states.input %}"}}, "End": true}}}, "Next": "Last"},
			"Last": {"Type": "Pass", "Output": "{% [$v, $states.input] %}", "End": true}}}""";

	private static final String EXPECTED = "[10,1,2]";

	private static final AtomicInteger SEEDS = new AtomicInteger();

	private static final String EXECUTION = Arns.execution("m", "x");

	@TempDir
	private Path folder;

	@Test
	void cutInsideALineIsACutBeforeIt() throws IOException {
		byte[] whole = run(this.folder.resolve("original"));
		Path cut = this.folder.resolve("cut.jsonl");
		List<Integer> lines = ends(whole);
		for (int length = lines.getFirst(); length <= whole.length; length++) {
			int limit = length;
			Files.write(cut, Arrays.copyOf(whole, length));
			Journal.Contents contents = Journal.read(cut).orElseThrow();
			assertThat(contents.batches()).hasSize((int) lines.stream().filter((end) -> end <= limit).count() - 1);
			assertThat(lines).contains((int) contents.whole());
		}
	}

	@Test
	void everyCutLeadsToTheSameEnd() throws IOException {
		Path original = this.folder.resolve("original");
		byte[] whole = run(original);
		List<Integer> lines = ends(whole);
		assertThat(lines).hasSizeGreaterThan(10);
		for (int end : lines.subList(0, lines.size() - 1)) {
			for (int length : new int[] { end, end + 1, end + 30 }) {
				Path cut = cut(original, whole, length);
				try (Server server = new Server(cut)) {
					server.redeliver();
					assertThat(server.finish(false)).as("cut at byte %d", length).isEqualTo(EXPECTED);
				}
			}
		}
	}

	private static byte[] run(Path data) throws IOException {
		try (Server server = new Server(data)) {
			server.create();
			assertThat(server.finish(true)).isEqualTo(EXPECTED);
		}
		return Files.readAllBytes(journal(data));
	}

	private static List<Integer> ends(byte[] journal) {
		return IntStream.range(0, journal.length).filter((i) -> journal[i] == '\n').mapToObj((i) -> i + 1).toList();
	}

	private Path cut(Path original, byte[] whole, int length) throws IOException {
		Path cut = this.folder.resolve("cut-" + length);
		copy(original, cut);
		Files.createDirectories(cut.resolve("running"));
		Files.write(cut.resolve("running").resolve(journal(original).getFileName()), Arrays.copyOf(whole, length));
		return cut;
	}

	@Test
	void executionWithoutWholeHeaderNeverStarted() throws IOException {
		Path original = this.folder.resolve("original");
		byte[] whole = run(original);
		for (int length : new int[] { 0, 1, 40 }) {
			Path cut = cut(original, whole, length);
			try (Server server = new Server(cut)) {
				assertThat(cut.resolve("running")).isEmptyDirectory();
				server.start();
			}
		}
	}

	private static Path journal(Path data) throws IOException {
		try (Stream<Path> files = Files.walk(data.resolve("finished"))) {
			return files.filter((file) -> file.getFileName().toString().matches("[0-9a-f]{32}\\.jsonl"))
				.findFirst()
				.orElseThrow();
		}
	}

	/** Machines and definitions, but nothing that ran. */
	private static void copy(Path from, Path to) throws IOException {
		for (String part : new String[] { "machines", "definitions" }) {
			Files.createDirectories(to.resolve(part));
			try (Stream<Path> files = Files.list(from.resolve(part))) {
				for (Path file : files.toList()) {
					Files.copy(file, to.resolve(part).resolve(file.getFileName()));
				}
			}
		}
	}

	/** One server over a folder, with a worker that answers everything it is sent. */
	private static final class Server implements AutoCloseable {

		private final ManualTime time = new ManualTime();

		private final RecordedTargets targets = new RecordedTargets();

		private final StateMachines machines;

		Server(Path data) throws IOException {
			this.machines = StateMachines.open(data, this.targets, this.time, this.time,
					new Random(SEEDS.incrementAndGet()));
		}

		void create() {
			call("CreateStateMachine",
					Json.object().put("name", "m").put("definition", DEFINITION).put("roleArn", "arn:role"));
			start();
		}

		void start() {
			call("StartExecution",
					Json.object()
						.put("stateMachineArn", Arns.machine("m"))
						.put("name", "x")
						.put("input", "{\"n\": 10}"));
		}

		/** What was sent before the crash is still in the queue. */
		void redeliver() {
			call("GetExecutionHistory", Json.object().put("executionArn", EXECUTION)).path("events")
				.forEach((event) -> {
					JsonNode parameters = event.path("taskScheduledEventDetails").path("parameters");
					if (parameters.isString()) {
						String body = Json.text(Json.parse(parameters.stringValue()).path("MessageBody"));
						this.targets.redeliver(new TaskTargets.Message("q", body, Map.of(), null, null, null));
					}
				});
		}

		/**
		 * Answers tasks and moves the clock until the execution ends; gives its output.
		 */
		String finish(boolean failFirst) {
			boolean fail = failFirst;
			long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
			while (System.nanoTime() < deadline) {
				JsonNode described = call("DescribeExecution", Json.object().put("executionArn", EXECUTION));
				if (!"RUNNING".equals(described.path("status").stringValue())) {
					return described.path("output").asString("no output");
				}
				TaskTargets.Message message = this.targets.poll();
				if (message == null) {
					this.time.nextAlarm()
						.filter((due) -> due.isBefore(this.time.instant().plusSeconds(60)))
						.ifPresent((due) -> this.time.advance(Duration.between(this.time.instant(), due)));
					Thread.onSpinWait();
					continue;
				}
				JsonNode body = Json.parse(message.body());
				ObjectNode answer = Json.object().put("taskToken", body.path("token").stringValue());
				if (fail) {
					fail = false;
					call("SendTaskHeartbeat", answer);
					call("SendTaskFailure", answer.put("error", "Again"));
				}
				else {
					call("SendTaskSuccess", answer.put("output", body.path("n").toString()));
				}
			}
			throw new AssertionError(
					"did not end: " + call("GetExecutionHistory", Json.object().put("executionArn", EXECUTION)));
		}

		private JsonNode call(String operation, ObjectNode members) {
			byte[] body = Json.text(members).getBytes(StandardCharsets.UTF_8);
			AwsService.Response response = this.machines
				.answer(new AwsService.Request("POST", "/", Map.of(), StatesApi.TARGET_PREFIX + operation, body));
			JsonNode answer = Json.parse(new String(response.body(), StandardCharsets.UTF_8));
			if (response.status() != 200 && !"TaskTimedOut".equals(answer.path("__type").stringValue())) {
				throw new AssertionError(operation + ": " + answer);
			}
			return answer;
		}

		@Override
		public void close() {
			this.machines.close();
		}

	}

}

package io.mokuroku.local.states;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API operations on executions.
 */
final class ExecutionApi {

	private final MachineApi machines;

	private final Executions executions;

	private final Machines store;

	ExecutionApi(MachineApi machines, Executions executions, Machines store) {
		this.machines = machines;
		this.executions = executions;
		this.store = store;
	}

	/** The same name with the same input, while it runs, is the same execution. */
	synchronized ObjectNode start(ApiRequest request) throws IOException {
		Machine machine = this.machines.get(request);
		String name = request.find("name").orElseGet(() -> UUID.randomUUID().toString());
		MachineApi.checkName(name);
		JsonNode input = input(request.find("input", Payloads.LIMIT).orElse("{}"));
		this.executions.finished().forgetBefore(this.executions.now().minus(FinishedExecutions.RETENTION));
		String arn = Arns.execution(machine.name(), name);
		String key = Tokens.key(arn);
		Optional<Header> running = this.executions.findRunning(key);
		if (running.isPresent() && running.get().input().equals(input)) {
			return started(running.get());
		}
		if (running.isPresent() || this.executions.finished().find(key).isPresent()) {
			throw new ApiFailure("ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
		}
		Header header = new Header(name, machine.name(), machine.definition(), machine.roleArn(), input,
				this.executions.now());
		this.executions.start(header);
		return started(header);
	}

	private static JsonNode input(String text) {
		try {
			return Json.parse(text);
		}
		catch (JacksonException ex) {
			throw new ApiFailure("InvalidExecutionInput",
					"Invalid State Machine Execution Input: '" + ex.getOriginalMessage() + "'");
		}
		catch (IllegalArgumentException ex) {
			throw new ApiFailure("InvalidExecutionInput", "Invalid State Machine Execution Input: 'it is empty'");
		}
	}

	private static ObjectNode started(Header header) {
		return Json.object().put("executionArn", header.arn()).put("startDate", StatesApi.seconds(header.startedAt()));
	}

	ObjectNode describe(ApiRequest request) throws IOException {
		Journal.Contents journal = journal(request);
		Header header = journal.header();
		ObjectNode answer = summary(header.machine(), header.name(), status(journal), header.startedAt(),
				stoppedAt(journal));
		answer.put("input", Json.text(header.input())).putObject("inputDetails").put("included", true);
		findEnd(journal).ifPresent((end) -> {
			if (end.output() != null) {
				answer.put("output", Json.text(end.output())).putObject("outputDetails").put("included", true);
			}
			if (end.error() != null) {
				answer.put("error", end.error());
			}
			if (end.cause() != null) {
				answer.put("cause", end.cause());
			}
		});
		return answer;
	}

	ObjectNode describeMachine(ApiRequest request) throws IOException {
		Header header = journal(request).header();
		return Json.object()
			.put("stateMachineArn", Arns.machine(header.machine()))
			.put("name", header.machine())
			.put("definition", this.store.getText(header.definition()))
			.put("roleArn", header.roleArn())
			.put("updateDate", StatesApi.seconds(header.startedAt()));
	}

	ObjectNode history(ApiRequest request) throws IOException {
		List<ObjectNode> events = new ArrayList<>(
				History.of(journal(request), request.is("includeExecutionData", true)));
		if (request.is("reverseOrder", false)) {
			Collections.reverse(events);
		}
		ObjectNode answer = Json.object();
		Page.put(answer, "events", request, events, (event) -> event);
		return answer;
	}

	/** Newest first, as the service lists them. */
	ObjectNode list(ApiRequest request) {
		if (request.find("mapRunArn").isPresent() || request.find("redriveFilter").isPresent()) {
			throw ApiFailure.invalid("Map runs and redrives are not supported");
		}
		Machine machine = this.machines.get(request);
		Optional<String> filter = request.find("statusFilter");
		List<Listed> all = new ArrayList<>();
		this.executions.running()
			.stream()
			.filter((header) -> header.machine().equals(machine.name()))
			.forEach((header) -> all.add(new Listed(header.startedAt(),
					summary(header.machine(), header.name(), ExecutionStatus.RUNNING, header.startedAt(), null))));
		this.executions.finished()
			.ofMachine(machine.name())
			.forEach((ended) -> all.add(new Listed(ended.startedAt(),
					summary(ended.machine(), ended.name(), ended.status(), ended.startedAt(), ended.stoppedAt()))));
		List<ObjectNode> chosen = all.stream()
			.filter((listed) -> filter.isEmpty() || filter.get().equals(listed.node().path("status").stringValue()))
			.sorted(Comparator.comparing(Listed::startedAt).reversed())
			.map(Listed::node)
			.toList();
		ObjectNode answer = Json.object();
		Page.put(answer, "executions", request, chosen, (listed) -> listed);
		return answer;
	}

	ObjectNode stop(ApiRequest request) throws IOException {
		String key = key(request);
		Optional<String> error = request.find("error", 256);
		Optional<String> cause = request.find("cause", 32_768);
		Journal.Contents before = journal(request);
		boolean stopped = this.executions.stop(key,
				(interpreter) -> interpreter.stop(error.orElse(null), cause.orElse(null)));
		Instant at = stopped ? this.executions.now() : stoppedAt(before);
		return Json.object().put("stopDate", StatesApi.seconds((at != null) ? at : this.executions.now()));
	}

	private static ObjectNode summary(String machine, String name, ExecutionStatus status, Instant startedAt,
			@Nullable Instant stoppedAt) {
		ObjectNode summary = Json.object()
			.put("executionArn", Arns.execution(machine, name))
			.put("stateMachineArn", Arns.machine(machine))
			.put("name", name)
			.put("status", status.name())
			.put("startDate", StatesApi.seconds(startedAt))
			.put("redriveCount", 0);
		if (stoppedAt != null) {
			summary.put("stopDate", StatesApi.seconds(stoppedAt));
		}
		return summary;
	}

	private Journal.Contents journal(ApiRequest request) throws IOException {
		return this.executions.findJournal(key(request))
			.orElseThrow(() -> new ApiFailure("ExecutionDoesNotExist",
					"Execution Does Not Exist: '" + request.get("executionArn") + "'"));
	}

	private static String key(ApiRequest request) {
		String arn = request.get("executionArn");
		if (!Arns.isExecution(arn)) {
			throw new ApiFailure("InvalidArn", "Invalid Arn: '" + arn + "'");
		}
		return Tokens.key(arn);
	}

	private static Optional<Fact.Finished> findEnd(Journal.Contents journal) {
		if (journal.batches().isEmpty()
				|| !(journal.batches().getLast().facts().getLast() instanceof Fact.Finished end)) {
			return Optional.empty();
		}
		return Optional.of(end);
	}

	private static ExecutionStatus status(Journal.Contents journal) {
		return findEnd(journal).map(Fact.Finished::status).orElse(ExecutionStatus.RUNNING);
	}

	private static @Nullable Instant stoppedAt(Journal.Contents journal) {
		return findEnd(journal).isPresent() ? journal.batches().getLast().at() : null;
	}

	private record Listed(Instant startedAt, ObjectNode node) {
	}

}

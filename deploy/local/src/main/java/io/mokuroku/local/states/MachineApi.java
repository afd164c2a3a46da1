package io.mokuroku.local.states;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ObjectNode;

/**
 * The API operations on state machines.
 */
final class MachineApi {

	private static final Pattern NAME = Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

	private final Machines machines;

	private final Executions executions;

	MachineApi(Machines machines, Executions executions) {
		this.machines = machines;
		this.executions = executions;
	}

	static void checkName(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new ApiFailure("InvalidName", "Invalid Name: '" + name + "'");
		}
	}

	/** Creating the same machine again gives the machine that is there. */
	synchronized ObjectNode create(ApiRequest request) throws IOException {
		String name = request.get("name");
		checkName(name);
		String roleArn = request.get("roleArn", 256);
		refuseUnsupported(request);
		String type = request.find("type").orElse("STANDARD");
		if (!"STANDARD".equals(type)) {
			throw new ApiFailure("StateMachineTypeNotSupported", "Type '" + type + "' is not supported");
		}
		String text = request.get("definition");
		Definition definition = parse(text);
		Optional<Machine> existing = this.machines.find(name);
		if (existing.isPresent()) {
			checkSame(existing.get(), text, roleArn);
			return created(existing.get());
		}
		Machine machine = new Machine(name, this.machines.keep(text, definition), roleArn, this.executions.now(), "",
				false);
		this.machines.save(machine);
		return created(machine);
	}

	private static void refuseUnsupported(ApiRequest request) {
		if (request.is("publish", false)) {
			throw ApiFailure.invalid("Versions of state machines are not supported");
		}
	}

	private static void checkSame(Machine machine, String text, String roleArn) {
		if (machine.deleting()) {
			throw new ApiFailure("StateMachineDeleting", "State Machine is deleting: '" + machine.arn() + "'");
		}
		if (!machine.definition().equals(Tokens.digestOf(text)) || !machine.roleArn().equals(roleArn)) {
			throw new ApiFailure("StateMachineAlreadyExists", "State Machine Already Exists: '" + machine.arn() + "'");
		}
	}

	private static ObjectNode created(Machine machine) {
		return Json.object()
			.put("stateMachineArn", machine.arn())
			.put("creationDate", StatesApi.seconds(machine.createdAt()));
	}

	private static Definition parse(String text) {
		try {
			return DefinitionParser.parse(text);
		}
		catch (InvalidDefinition ex) {
			throw new ApiFailure("InvalidDefinition",
					"Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: " + ex.getMessage() + "'");
		}
	}

	synchronized ObjectNode update(ApiRequest request) throws IOException {
		Machine machine = get(request);
		refuseUnsupported(request);
		Optional<String> text = request.find("definition");
		Optional<String> roleArn = request.find("roleArn", 256);
		if (text.isEmpty() && roleArn.isEmpty()) {
			throw new ApiFailure("MissingRequiredParameter", "Either the definition or the role ARN must be specified");
		}
		String digest = text.isPresent() ? this.machines.keep(text.get(), parse(text.get())) : machine.definition();
		String revision = UUID.randomUUID().toString();
		this.machines.save(machine.updated(digest, roleArn.orElse(machine.roleArn()), revision));
		return Json.object().put("updateDate", StatesApi.seconds(this.executions.now())).put("revisionId", revision);
	}

	ObjectNode describe(ApiRequest request) throws IOException {
		Machine machine = get(request, true);
		ObjectNode answer = created(machine).put("name", machine.name())
			.put("status", machine.deleting() ? "DELETING" : "ACTIVE")
			.put("definition", this.machines.getText(machine.definition()))
			.put("roleArn", machine.roleArn())
			.put("type", "STANDARD");
		if (!machine.revision().isEmpty()) {
			answer.put("revisionId", machine.revision());
		}
		answer.putObject("loggingConfiguration").put("level", "OFF").put("includeExecutionData", false);
		answer.putObject("tracingConfiguration").put("enabled", false);
		return answer;
	}

	ObjectNode list(ApiRequest request) {
		ObjectNode answer = Json.object();
		List<Machine> all = List.copyOf(this.machines.all());
		Page.put(answer, "stateMachines", request, all,
				(machine) -> created(machine).put("name", machine.name()).put("type", "STANDARD"));
		return answer;
	}

	/** A machine with running executions goes with the last of them. */
	synchronized ObjectNode delete(ApiRequest request) throws IOException {
		Optional<Machine> machine = this.machines.find(nameOf(request.get("stateMachineArn")));
		if (machine.isPresent()) {
			this.machines.save(machine.get().asDeleting());
			if (!this.executions.isRunning(machine.get().name())) {
				this.machines.remove(machine.get().name());
			}
		}
		return Json.object();
	}

	/** Says what is wrong with a definition without creating anything. */
	ObjectNode validate(ApiRequest request) {
		ObjectNode answer = Json.object().put("truncated", false);
		try {
			DefinitionParser.parse(request.get("definition"));
			answer.put("result", "OK").putArray("diagnostics");
		}
		catch (InvalidDefinition ex) {
			answer.put("result", "FAIL").putArray("diagnostics");
			ex.problems()
				.forEach((problem) -> answer.withArray("diagnostics")
					.addObject()
					.put("severity", "ERROR")
					.put("code", "SCHEMA_VALIDATION_FAILED")
					.put("message", problem.message())
					.put("location", problem.path()));
		}
		return answer;
	}

	Machine get(ApiRequest request) {
		return get(request, false);
	}

	private Machine get(ApiRequest request, boolean evenIfDeleting) {
		String arn = request.get("stateMachineArn");
		Machine machine = this.machines.find(nameOf(arn))
			.orElseThrow(
					() -> new ApiFailure("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'"));
		if (machine.deleting() && !evenIfDeleting) {
			throw new ApiFailure("StateMachineDeleting", "State Machine is deleting: '" + arn + "'");
		}
		return machine;
	}

	private static String nameOf(String arn) {
		if (!arn.startsWith("arn:")) {
			throw new ApiFailure("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + arn + "'");
		}
		return Arns.findMachineName(arn).orElse("");
	}

}

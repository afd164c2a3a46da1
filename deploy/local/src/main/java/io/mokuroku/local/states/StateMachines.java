package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import io.mokuroku.local.AwsService;

/**
 * A Step Functions server in this process: standard workflows in the JSONata dialect of
 * the Amazon States Language, with tasks that send SQS messages.
 * <p>
 * State machines, running executions and the history of the last 90 days are kept in a
 * folder and survive the death of the process at any moment; a loss of power may take the
 * last second. A definition that uses what this server does not know is refused when the
 * machine is created.
 */
public final class StateMachines implements AwsService, AutoCloseable {

	private final Executions executions;

	private final StatesApi api;

	private StateMachines(Executions executions, StatesApi api) {
		this.executions = executions;
		this.api = api;
	}

	/**
	 * Opens the folder and takes up every execution that has not ended. Only one process
	 * may have a folder open.
	 * @param dataDir the folder, created if it is not there
	 * @param targets where task messages go
	 * @param clock the clock for timestamps, time-outs and waits
	 * @throws IOException if the folder cannot be read or written
	 */
	public static StateMachines open(Path dataDir, TaskTargets targets, InstantSource clock) throws IOException {
		return open(dataDir, targets, clock, ClockAlarms.start(clock), new SecureRandom());
	}

	static StateMachines open(Path dataDir, TaskTargets targets, InstantSource clock, Alarms alarms,
			RandomGenerator random) throws IOException {
		Machines machines = Machines.open(dataDir);
		Executions executions = new Executions(dataDir, machines, targets, clock, alarms, random);
		executions.resume();
		MachineApi machineApi = new MachineApi(machines, executions);
		ExecutionApi executionApi = new ExecutionApi(machineApi, executions, machines);
		return new StateMachines(executions, new StatesApi(machineApi, executionApi, new TaskApi(executions)));
	}

	@Override
	public boolean answers(Request request) {
		return request.target() != null && request.target().startsWith(StatesApi.TARGET_PREFIX);
	}

	@Override
	public Response answer(Request request) {
		String target = request.target();
		if (target == null || !answers(request)) {
			throw new IllegalArgumentException("not a request for this service");
		}
		return this.api.answer(target, request.body());
	}

	/** Who works on executions. */
	Workers workers() {
		return this.executions.workers();
	}

	/** Stops working; what runs is taken up again when the folder is opened next. */
	@Override
	public void close() {
		this.executions.close();
	}

}

package io.mokuroku.enrichment.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.message.RetryableFailure;

/**
 * Executions that start and are forgotten.
 */
final class ExecutionsInMemory implements Executions {

	private final Map<String, String> inputs = new TreeMap<>();

	private boolean down;

	/** What executions were started with, by name. */
	Map<String, String> inputs() {
		return this.inputs;
	}

	/** Refuses every start from now on. */
	void stop() {
		this.down = true;
	}

	/** Starts again. */
	void restart() {
		this.down = false;
	}

	@Override
	public String start(String name, String input) {
		if (this.down) {
			throw new RetryableFailure("The state machine is not registered yet", null);
		}
		this.inputs.putIfAbsent(name, input);
		return "arn:" + name;
	}

	@Override
	public Optional<State> find(String arn) {
		return Optional.empty();
	}

}

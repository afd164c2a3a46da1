package io.mokuroku.enrichment.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;

/**
 * Executions that start and run until they are ended.
 */
final class ExecutionsInMemory implements Executions {

	private final Map<String, String> inputs = new ConcurrentSkipListMap<>();

	private final Map<String, String> ended = new ConcurrentHashMap<>();

	private boolean down;

	private boolean losesAnswers;

	private boolean diesWithStart;

	private @Nullable RuntimeException refusal;

	/** What executions were started with, by name. */
	Map<String, String> inputs() {
		return this.inputs;
	}

	/** Ends one with a status. */
	void end(String name, String status) {
		this.ended.put(name, status);
	}

	/** Refuses every call from now on. */
	void stop() {
		this.down = true;
	}

	/** Answers again. */
	void restart() {
		this.down = false;
	}

	/** Starts one more, says nothing of it, and refuses every call from then on. */
	void stopWithTheNextStart() {
		this.losesAnswers = true;
		this.diesWithStart = true;
	}

	/** Starts none from now on, for a reason. */
	void refuse(RuntimeException reason) {
		this.refusal = reason;
	}

	/** Starts them, but nobody learns that it did. */
	void loseAnswers() {
		this.losesAnswers = true;
	}

	/** Answers again whether one started. */
	void findAnswers() {
		this.losesAnswers = false;
	}

	@Override
	public String start(String name, String input) {
		refuseWhileDown();
		if (this.refusal != null) {
			throw this.refusal;
		}
		this.inputs.putIfAbsent(name, input);
		this.down = this.diesWithStart;
		if (this.losesAnswers) {
			throw new RetryableFailure("The connection broke", null);
		}
		return "arn:" + name;
	}

	@Override
	public Optional<State> find(String arn) {
		return findByName(ExecutionName.ofArn(arn));
	}

	@Override
	public Optional<State> findByName(String name) {
		refuseWhileDown();
		return Optional.ofNullable(this.inputs.get(name))
			.map((input) -> new State(this.ended.getOrDefault(name, "RUNNING"), Instant.EPOCH, null, null, null, input,
					null));
	}

	@Override
	public List<Event> history(String arn) {
		return List.of();
	}

	@Override
	public void stop(String arn, String error, String cause) {
		refuseWhileDown();
		end(ExecutionName.ofArn(arn), "ABORTED");
	}

	private void refuseWhileDown() {
		if (this.down) {
			throw new RetryableFailure("The state machine is not registered yet", null);
		}
	}

}

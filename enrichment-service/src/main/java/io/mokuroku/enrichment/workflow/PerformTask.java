package io.mokuroku.enrichment.workflow;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.mokuroku.message.EnrichmentTask;
import io.mokuroku.message.MessageHandler;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Gives a task to its worker and the worker's answer to the state machine. Both what is
 * asked and what is answered must fit the {@link PayloadSchemas schemas} of the task. A
 * failure of the work is an answer, too: whether it is tried again is written in the
 * definition. The message comes back only if the answer could not be given.
 * <p>
 * The timer {@value #TIMER} tells for each task how long its parts take: {@code schema},
 * {@code work} and {@code answer}.
 */
public final class PerformTask implements MessageHandler<EnrichmentTask> {

	/** The error of what may go better in a moment. */
	public static final String RETRYABLE = "Retryable";

	/** The error of a source that asked to wait. */
	public static final String THROTTLED = "Throttled";

	/** The error of an answer that Step Functions would refuse. */
	public static final String TOO_LARGE = "OutputTooLarge";

	static final String TIMER = "mokuroku.enrichment.task";

	/** What Step Functions takes, in bytes. */
	private static final int LARGEST_OUTPUT = 262_144;

	private static final Logger logger = LoggerFactory.getLogger(PerformTask.class);

	private final Map<String, TaskWorker<?>> workers;

	private final PayloadSchemas schemas;

	private final TaskTokens tokens;

	private final Heartbeats heartbeats;

	private final MeterRegistry metrics;

	/**
	 * Performs tasks.
	 * @param workers one for each task
	 * @param schemas both of each task
	 * @param tokens where answers go
	 * @param heartbeats beat while a worker works
	 * @param metrics hears how long tasks take
	 * @throws IllegalStateException if a worker's task lacks a schema
	 */
	public PerformTask(Collection<TaskWorker<?>> workers, PayloadSchemas schemas, TaskTokens tokens,
			Heartbeats heartbeats, MeterRegistry metrics) {
		this.workers = workers.stream().collect(Collectors.toUnmodifiableMap(TaskWorker::task, Function.identity()));
		this.schemas = schemas;
		this.tokens = tokens;
		this.heartbeats = heartbeats;
		this.metrics = metrics;
		this.workers.keySet().forEach(schemas::require);
	}

	@Override
	public void handle(EnrichmentTask task) {
		if (!this.tokens.heartbeat(task.taskToken())) {
			logger.info("task obsolete task={} execution={}", task.task(), task.execution());
			return;
		}
		Answer answer;
		try (Heartbeats.Beating _ = this.heartbeats.begin(task)) {
			answer = perform(task);
		}
		boolean heard = timed(task, "answer", () -> switch (answer) {
			case Answer.Done(String output) -> this.tokens.succeed(task.taskToken(), output);
			case Answer.Failed(String error, String cause) -> this.tokens.fail(task.taskToken(), error, cause);
		});
		if (!heard) {
			logger.info("task answered too late task={} execution={}", task.task(), task.execution());
		}
	}

	private Answer perform(EnrichmentTask task) {
		try {
			TaskWorker<?> worker = this.workers.get(task.task());
			if (worker == null) {
				throw new PermanentFailure("unknown_task", "Nobody does " + task.task());
			}
			String output = work(worker, task);
			logger.info("task done task={} execution={} anime={}", task.task(), task.execution(), task.animeId());
			return new Answer.Done(output);
		}
		catch (PermanentFailure ex) {
			return failed(task, ex.code(), ex);
		}
		catch (RetryableFailure ex) {
			return failed(task, (ex.notBefore() != null) ? THROTTLED : RETRYABLE, ex);
		}
		catch (RuntimeException ex) {
			return failed(task, RETRYABLE, ex);
		}
	}

	private <I> String work(TaskWorker<I> worker, EnrichmentTask task) {
		I input = timed(task, "schema", () -> input(worker, task));
		Object found = timed(task, "work", () -> worker.work(new TaskRun(task.execution(), task.animeId()), input));
		return timed(task, "schema", () -> output(task, found));
	}

	private <I> I input(TaskWorker<I> worker, EnrichmentTask task) {
		JsonNode payload = WorkflowJson.MAPPER.valueToTree(task.input());
		this.schemas.checkInput(task.task(), payload);
		try {
			return WorkflowJson.MAPPER.treeToValue(payload, worker.inputType());
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new PermanentFailure("invalid_input", "Not an input of " + task.task(), ex);
		}
	}

	private String output(EnrichmentTask task, Object found) {
		JsonNode payload = WorkflowJson.MAPPER.valueToTree(found);
		this.schemas.checkOutput(task.task(), payload);
		String output = WorkflowJson.MAPPER.writeValueAsString(payload);
		int bytes = output.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > LARGEST_OUTPUT) {
			throw new PermanentFailure(TOO_LARGE,
					"The answer to %s has %d bytes; large values belong into the work area".formatted(task.task(),
							bytes));
		}
		return output;
	}

	private <T> T timed(EnrichmentTask task, String part, Supplier<T> step) {
		Timer.Sample sample = Timer.start(this.metrics);
		try {
			return step.get();
		}
		finally {
			String known = this.workers.containsKey(task.task()) ? task.task() : "unknown";
			sample.stop(this.metrics.timer(TIMER, "task", known, "part", part));
		}
	}

	private static Answer failed(EnrichmentTask task, String error, RuntimeException failure) {
		String message = Objects.requireNonNullElse(failure.getMessage(), "no message");
		if (failure instanceof RetryableFailure) {
			logger.info("task to be repeated task={} execution={} anime={} error={} reason={}", task.task(),
					task.execution(), task.animeId(), error, message);
		}
		else {
			logger.warn("task failed task={} execution={} anime={} error={}", task.task(), task.execution(),
					task.animeId(), error, failure);
		}
		return new Answer.Failed(error, message);
	}

	private sealed interface Answer {

		record Done(String output) implements Answer {
		}

		record Failed(String error, String cause) implements Answer {
		}

	}

}

package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.message.EnrichmentTask;
import io.mokuroku.message.MessageHandler;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Gives a task to its worker and the worker's answer to the state machine. A failure of
 * the work is an answer, too: whether it is tried again is written in the definition. The
 * message comes back only if the answer could not be given.
 */
public final class PerformTask implements MessageHandler<EnrichmentTask> {

	/** The error of what may go better in a moment. */
	public static final String RETRYABLE = "Retryable";

	/** The error of a source that asked to wait. */
	public static final String THROTTLED = "Throttled";

	private static final Logger logger = LoggerFactory.getLogger(PerformTask.class);

	private final Map<String, TaskWorker<?>> workers;

	private final TaskTokens tokens;

	private final ScheduledExecutorService heart;

	private final Duration beat;

	/**
	 * Performs tasks.
	 * @param workers one for each task
	 * @param tokens where answers go
	 * @param heart runs the heartbeats
	 * @param beat the time between two of them
	 */
	public PerformTask(Collection<TaskWorker<?>> workers, TaskTokens tokens, ScheduledExecutorService heart,
			Duration beat) {
		this.workers = workers.stream().collect(Collectors.toUnmodifiableMap(TaskWorker::task, Function.identity()));
		this.tokens = tokens;
		this.heart = heart;
		this.beat = beat;
	}

	@Override
	public void handle(EnrichmentTask task) {
		if (!this.tokens.heartbeat(task.taskToken())) {
			logger.info("task obsolete task={} execution={}", task.task(), task.execution());
			return;
		}
		Answer answer;
		ScheduledFuture<?> beating = this.heart.scheduleWithFixedDelay(() -> beat(task), this.beat.toMillis(),
				this.beat.toMillis(), TimeUnit.MILLISECONDS);
		try {
			answer = perform(task);
		}
		finally {
			beating.cancel(false);
		}
		boolean heard = switch (answer) {
			case Answer.Done(String output) -> this.tokens.succeed(task.taskToken(), output);
			case Answer.Failed(String error, String cause) -> this.tokens.fail(task.taskToken(), error, cause);
		};
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
			String output = WorkflowJson.MAPPER.writeValueAsString(work(worker, task));
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

	private static <I> Object work(TaskWorker<I> worker, EnrichmentTask task) {
		I input;
		try {
			input = WorkflowJson.MAPPER.convertValue(task.input(), worker.inputType());
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new PermanentFailure("invalid_input", "Not an input of " + task.task(), ex);
		}
		return worker.work(new TaskRun(task.execution(), task.animeId()), input);
	}

	private static Answer failed(EnrichmentTask task, String error, RuntimeException failure) {
		logger.warn("task failed task={} execution={} anime={} error={}", task.task(), task.execution(), task.animeId(),
				error, failure);
		String message = Objects.requireNonNullElse(failure.getMessage(), "no message");
		return new Answer.Failed(error, message);
	}

	private void beat(EnrichmentTask task) {
		try {
			this.tokens.heartbeat(task.taskToken());
		}
		catch (RuntimeException ex) {
			logger.warn("heartbeat missed task={} execution={} failure={}", task.task(), task.execution(),
					ex.toString());
		}
	}

	private sealed interface Answer {

		record Done(String output) implements Answer {
		}

		record Failed(String error, String cause) implements Answer {
		}

	}

}

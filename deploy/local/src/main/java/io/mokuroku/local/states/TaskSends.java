package io.mokuroku.local.states;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The task messages under way: each is sent once at a time, and what became of it is told
 * to its execution in a turn.
 */
final class TaskSends {

	private static final Logger logger = LoggerFactory.getLogger(TaskSends.class);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private final TaskSender sender;

	private final Workers workers;

	TaskSends(TaskSender sender, Workers workers) {
		this.sender = sender;
		this.workers = workers;
	}

	/** Begins to send the message of a task, unless that is going on already. */
	void begin(RunningExecution running, Pending.Answer task, Turns turns) {
		if (!running.sending().containsKey(task.id())) {
			running.sending().put(task.id(), new CompletableFuture<>());
			this.workers.submit(() -> send(running, task, turns));
		}
	}

	private void send(RunningExecution running, Pending.Answer task, Turns turns) {
		try {
			Executions.Answering outcome = outcome(task);
			turns.take(running,
					(interpreter) -> running.execution()
						.findWaitingSince(task.id())
						.ifPresent((strand) -> outcome.answer(interpreter, strand)));
		}
		finally {
			end(running, task);
		}
	}

	/** What became of it may not be written; then it is to be sent again. */
	private static void end(RunningExecution running, Pending.Answer task) {
		running.lock().lock();
		try {
			CompletableFuture<Void> done = running.sending().remove(task.id());
			if (done != null) {
				done.complete(null);
			}
		}
		finally {
			running.lock().unlock();
		}
	}

	private Executions.Answering outcome(Pending.Answer task) {
		try {
			JsonNode receipt = this.sender.send(task.parameters());
			return (interpreter, strand) -> interpreter.sent(strand, receipt);
		}
		catch (TaskTargetException ex) {
			Failure failure = Failure.of(ex.error(), ex.getMessage());
			return (interpreter, strand) -> interpreter.taskFailed(strand, failure);
		}
	}

	/** A quick worker may answer before we know that its message was sent. */
	static void await(RunningExecution running, String token) {
		CompletableFuture<Void> send = null;
		running.lock().lock();
		try {
			Optional<Strand> strand = running.execution().findWaitingFor(token);
			if (strand.isPresent() && strand.get().pending() instanceof Pending.Answer task) {
				send = running.sending().get(task.id());
			}
		}
		finally {
			running.lock().unlock();
		}
		if (send != null) {
			try {
				send.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException | ExecutionException ex) {
				logger.debug("event=answer-before-send reason={}", ex.toString());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

}

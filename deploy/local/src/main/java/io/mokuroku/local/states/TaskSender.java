package io.mokuroku.local.states;

import java.util.concurrent.Semaphore;

import tools.jackson.databind.JsonNode;

/**
 * Sends task messages, a bounded number at once.
 */
final class TaskSender {

	private static final int MOST_AT_ONCE = 16;

	private final TaskTargets targets;

	private final Semaphore permits = new Semaphore(MOST_AT_ONCE);

	TaskSender(TaskTargets targets) {
		this.targets = targets;
	}

	/** Sends the message of evaluated arguments and gives the output of the call. */
	JsonNode send(JsonNode arguments) throws TaskTargetException {
		this.permits.acquireUninterruptibly();
		try {
			return TaskMessages.toOutput(this.targets.send(TaskMessages.of(arguments)));
		}
		catch (RuntimeException ex) {
			throw new TaskTargetException(ErrorNames.TASK_FAILED, ex.toString(), ex);
		}
		finally {
			this.permits.release();
		}
	}

}

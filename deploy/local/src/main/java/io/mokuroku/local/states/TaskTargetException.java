package io.mokuroku.local.states;

import org.jspecify.annotations.Nullable;

/**
 * A message was not accepted. The error is the name Retry and Catch see, such as
 * {@code SQS.QueueDoesNotExistException}.
 */
public final class TaskTargetException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String error;

	/**
	 * A refused message.
	 * @param error the error name
	 * @param message the reason
	 * @param cause what was thrown, if anything was
	 */
	public TaskTargetException(String error, @Nullable String message, @Nullable Throwable cause) {
		super(message, cause);
		this.error = error;
	}

	/** The error name. */
	public String error() {
		return this.error;
	}

}

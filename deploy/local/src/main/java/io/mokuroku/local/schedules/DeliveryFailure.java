package io.mokuroku.local.schedules;

import org.jspecify.annotations.Nullable;

/**
 * A queue did not take a message. Whether to try again is the schedule's retry policy to
 * say.
 */
public final class DeliveryFailure extends Exception {

	private final String code;

	public DeliveryFailure(String code, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.code = code;
	}

	/**
	 * The error code the queue service gave, such as
	 * {@code AWS.SimpleQueueService.NonExistentQueue}.
	 */
	public String code() {
		return this.code;
	}

	/**
	 * What the queue service said.
	 */
	public String reason() {
		return String.valueOf(getMessage());
	}

}

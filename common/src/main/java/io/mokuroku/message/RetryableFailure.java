package io.mokuroku.message;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What may go better later: the message comes back after a growing delay.
 */
public final class RetryableFailure extends RuntimeException {

	private final @Nullable Duration notBefore;

	/** A failure after which the usual delay applies. */
	public RetryableFailure(String reason, @Nullable Throwable cause) {
		this(reason, cause, null);
	}

	/**
	 * A failure whose cause told how long to wait.
	 * @param notBefore the shortest delay that makes sense
	 */
	public RetryableFailure(String reason, @Nullable Throwable cause, @Nullable Duration notBefore) {
		super(reason, cause);
		this.notBefore = notBefore;
	}

	/** The shortest delay that makes sense, if the cause told one. */
	public @Nullable Duration notBefore() {
		return this.notBefore;
	}

}

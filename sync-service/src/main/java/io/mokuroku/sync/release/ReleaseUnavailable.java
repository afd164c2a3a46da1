package io.mokuroku.sync.release;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The release that was asked for cannot be had; the message says why in one sentence.
 */
public final class ReleaseUnavailable extends Exception {

	private final boolean retryable;

	private final transient @Nullable Instant until;

	private ReleaseUnavailable(String reason, @Nullable Throwable cause, boolean retryable, @Nullable Instant until) {
		super(reason, cause);
		this.retryable = retryable;
		this.until = until;
	}

	/** What no repetition can mend. */
	static ReleaseUnavailable forGood(String reason, @Nullable Throwable cause) {
		return new ReleaseUnavailable(reason, cause, false, null);
	}

	/** What may go better later. */
	static ReleaseUnavailable forNow(String reason, @Nullable Throwable cause) {
		return new ReleaseUnavailable(reason, cause, true, null);
	}

	/** What will go no better before a time; absent if nobody told. */
	static ReleaseUnavailable until(String reason, @Nullable Instant until) {
		return new ReleaseUnavailable((until != null) ? reason + " until " + until : reason, null, true, until);
	}

	/** Whether the same question may be answered later. */
	public boolean retryable() {
		return this.retryable;
	}

	/** Before which time asking again is useless, if anybody told. */
	public @Nullable Instant until() {
		return this.until;
	}

}

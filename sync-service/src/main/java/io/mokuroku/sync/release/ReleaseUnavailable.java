package io.mokuroku.sync.release;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The release that was asked for cannot be had; the message says why in one sentence. A
 * run that meets it fails, whether or not it would go better later: the next one asks
 * again.
 */
public final class ReleaseUnavailable extends Exception {

	ReleaseUnavailable(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

	/** What will go no better before a time; absent if nobody told. */
	static ReleaseUnavailable until(String reason, @Nullable Instant until) {
		return new ReleaseUnavailable((until != null) ? reason + " until " + until : reason, null);
	}

}

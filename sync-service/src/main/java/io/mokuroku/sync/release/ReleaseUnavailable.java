package io.mokuroku.sync.release;

import org.jspecify.annotations.Nullable;

/**
 * The release that was asked for cannot be had; the message says why in one sentence.
 */
public final class ReleaseUnavailable extends Exception {

	ReleaseUnavailable(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}

package io.mokuroku.upstream.wire;

import org.jspecify.annotations.Nullable;

/**
 * An exchange that gave no answer.
 */
public final class WireFailure extends Exception {

	private final Trouble trouble;

	WireFailure(Trouble trouble, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.trouble = trouble;
	}

	/** Why there is no answer. */
	public Trouble trouble() {
		return this.trouble;
	}

}

package io.mokuroku.job;

import org.jspecify.annotations.Nullable;

/**
 * Why a run cannot be done, however often it is begun.
 */
public class GivenUp extends Exception {

	/**
	 * Gives up.
	 * @param reason one sentence for the operator
	 */
	public GivenUp(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}

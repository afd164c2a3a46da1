package io.mokuroku.upstream.budget;

import java.time.Duration;

/**
 * Whether a call may go now.
 */
sealed interface Turn {

	/**
	 * It may.
	 *
	 * @param ticket to hand back when the call has ended
	 */
	record Go(String ticket) implements Turn {
	}

	/**
	 * It may not.
	 *
	 * @param time when to ask again
	 * @param paused whether the provider has asked to be left alone
	 */
	record Wait(Duration time, boolean paused) implements Turn {
	}

}

package io.mokuroku.local.states;

import java.time.Instant;

/**
 * Calls back once a moment of our clock has come.
 */
interface Alarms extends AutoCloseable {

	/**
	 * Runs the task once, at that moment or soon after, at once if it is past. The task
	 * must be short or hand its work on.
	 */
	Alarm set(Instant due, Runnable task);

	@Override
	void close();

	/** An alarm that was set. */
	interface Alarm {

		/** Forgets the alarm; without effect once it went off. */
		void cancel();

	}

}

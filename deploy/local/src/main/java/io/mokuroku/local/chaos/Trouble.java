package io.mokuroku.local.chaos;

import java.time.Duration;

/**
 * Something that goes wrong in a run.
 */
sealed interface Trouble {

	/**
	 * A process ends at once.
	 *
	 * @param process its name, such as {@code sync-service}
	 */
	record Killed(String process) implements Trouble {
	}

	/**
	 * A process stands still, its connections open.
	 *
	 * @param process its name
	 * @param time for how long
	 */
	record Paused(String process, Duration time) implements Trouble {
	}

	/**
	 * Providers fail now and then.
	 *
	 * @param percent how many of all questions are answered 503
	 * @param time for how long
	 */
	record Outage(int percent, Duration time) implements Trouble {
	}

	/**
	 * Messages come again, each twice beside itself.
	 *
	 * @param queue whose
	 * @param number of how many messages, at most 10
	 */
	record Repeated(String queue, int number) implements Trouble {
	}

	/**
	 * Messages come late.
	 *
	 * @param queue whose
	 * @param number how many, at most 10
	 * @param time by how much
	 */
	record Delayed(String queue, int number, Duration time) implements Trouble {
	}

	/**
	 * Messages have one attempt left, and the tables do not answer while it is made.
	 * Their reader stands still before, so that they are there.
	 *
	 * @param queue whose
	 * @param number how many, at most 10
	 */
	record LastAttempt(String queue, int number) implements Trouble {
	}

	/**
	 * Locks end under the hands of whoever works, and the same work is asked for again.
	 *
	 * @param number of how many entries
	 */
	record ExpiredLocks(int number) implements Trouble {
	}

	/**
	 * Nothing more can be written where executions keep their files.
	 *
	 * @param time for how long
	 */
	record FullDisk(Duration time) implements Trouble {
	}

}

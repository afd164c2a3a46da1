package io.mokuroku.upstream.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * Which comings and goings are worth a line. What goes and comes all the time is told of
 * once a minute; what stays away is told of in the end. The first failure of a process is
 * not told, unless another follows: connecting for the first time takes longer than some
 * wait, and is no outage.
 */
final class Outages {

	static final Duration QUIET = Duration.ofMinutes(1);

	private volatile boolean told;

	/** Whether it was reached, or missed, before. */
	private volatile boolean tried;

	private Instant quietUntil = Instant.MIN;

	/** Whether to say now that it is away. */
	synchronized boolean away(Instant now) {
		boolean first = !this.tried;
		this.tried = true;
		if (first || this.told || now.isBefore(this.quietUntil)) {
			return false;
		}
		this.quietUntil = now.plus(QUIET);
		this.told = true;
		return true;
	}

	/** Whether to say now that it is back: if it was said that it is away. */
	boolean back() {
		if (!this.tried) {
			this.tried = true;
		}
		return this.told && wasTold();
	}

	private synchronized boolean wasTold() {
		boolean was = this.told;
		this.told = false;
		return was;
	}

}

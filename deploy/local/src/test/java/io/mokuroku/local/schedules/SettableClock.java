package io.mokuroku.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that moves when it is told to.
 */
final class SettableClock implements InstantSource {

	private volatile Instant now;

	SettableClock(Instant now) {
		this.now = now;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

}

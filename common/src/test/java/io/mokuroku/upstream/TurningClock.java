package io.mokuroku.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock whose hands are turned by a test.
 */
public final class TurningClock implements InstantSource {

	private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

	@Override
	public Instant instant() {
		return this.now;
	}

	/** Lets time pass. */
	public void turn(Duration by) {
		this.now = this.now.plus(by);
	}

}

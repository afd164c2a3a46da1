package io.mokuroku.upstream.budget;

import java.time.Duration;

/**
 * A call that would have to wait for longer than it may.
 */
public final class NoTurn extends Exception {

	private final Duration wait;

	private final boolean paused;

	NoTurn(Duration wait, boolean paused) {
		super(paused ? "asked to be left alone" : "has no budget left");
		this.wait = wait;
		this.paused = paused;
	}

	/** When to come back. */
	public Duration comeBackAfter() {
		return this.wait;
	}

	/** Whether the provider has asked to be left alone. */
	public boolean paused() {
		return this.paused;
	}

}

package io.mokuroku.upstream.budget;

import java.time.Duration;

/**
 * Lets time pass.
 */
@FunctionalInterface
public interface Naps {

	/** Really. */
	Naps REAL = Thread::sleep;

	/** Waits. */
	void sleep(Duration time) throws InterruptedException;

}

package io.mokuroku.local.cloud;

import java.io.IOException;
import java.time.Duration;

import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Waits until an engine that was just started answers at all.
 */
final class AwaitAnswer {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

	private AwaitAnswer() {
	}

	/**
	 * Asks until there is an answer.
	 * @param engine whom, for people
	 * @param question what is asked; throws a client exception while nobody answers
	 * @throws IOException if nobody has answered after a minute
	 */
	static void of(String engine, Runnable question) throws IOException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				question.run();
				return;
			}
			catch (SdkClientException ex) {
				if (System.nanoTime() > deadline) {
					throw new IOException(engine + " does not answer", ex);
				}
			}
			try {
				Thread.sleep(BETWEEN_TRIES);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException("interrupted while waiting for " + engine, ex);
			}
		}
	}

}

package io.mokuroku.enrichment.workflow;

import java.util.concurrent.CountDownLatch;

/**
 * Tokens that count heartbeats down.
 *
 * @param tokens where calls end up
 * @param alive counted down once a heartbeat has come
 */
record CountedTokens(TaskTokens tokens, CountDownLatch alive) implements TaskTokens {

	@Override
	public boolean heartbeat(String token) {
		boolean heard = this.tokens.heartbeat(token);
		this.alive.countDown();
		return heard;
	}

	@Override
	public boolean succeed(String token, String output) {
		return this.tokens.succeed(token, output);
	}

	@Override
	public boolean fail(String token, String error, String cause) {
		return this.tokens.fail(token, error, cause);
	}

	/** Waits for as long as it takes. */
	static void uninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

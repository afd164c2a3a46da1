package io.mokuroku.enrichment.workflow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import io.mokuroku.message.RetryableFailure;

/**
 * Step Functions under load: takes every call only when it is made again.
 *
 * @param tokens where calls end up
 * @param seen the calls that were made
 */
record ThrottledTokens(TaskTokens tokens, Set<String> seen) implements TaskTokens {

	ThrottledTokens(TaskTokens tokens) {
		this(tokens, ConcurrentHashMap.newKeySet());
	}

	@Override
	public boolean heartbeat(String token) {
		return second("heartbeat " + token, () -> this.tokens.heartbeat(token));
	}

	@Override
	public boolean succeed(String token, String output) {
		return second("answer " + token, () -> this.tokens.succeed(token, output));
	}

	@Override
	public boolean fail(String token, String error, String cause) {
		return second("answer " + token, () -> this.tokens.fail(token, error, cause));
	}

	private boolean second(String call, BooleanSupplier tokenCall) {
		if (this.seen.add(call)) {
			throw new RetryableFailure("Step Functions is overloaded", null);
		}
		return tokenCall.getAsBoolean();
	}

}

package io.mokuroku.enrichment.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.message.RetryableFailure;

/**
 * Task tokens that remember what was answered. All are waited for until they are lost.
 */
public final class TokensInMemory implements TaskTokens {

	private final List<String> answers = new ArrayList<>();

	private final List<String> heartbeats = new ArrayList<>();

	private final Set<String> lost = new HashSet<>();

	private boolean deaf;

	/** What was answered, each as {@code token outcome text}. */
	public synchronized List<String> answers() {
		return List.copyOf(this.answers);
	}

	/** The tokens of the heartbeats that came. */
	public synchronized List<String> heartbeats() {
		return List.copyOf(this.heartbeats);
	}

	/** Nobody waits for a token any more. */
	public synchronized void lose(String token) {
		this.lost.add(token);
	}

	/** No answer arrives from now on. */
	public synchronized void goDeaf() {
		this.deaf = true;
	}

	@Override
	public synchronized boolean heartbeat(String token) {
		this.heartbeats.add(token);
		return !this.lost.contains(token);
	}

	@Override
	public boolean succeed(String token, String output) {
		return answer(token, token + " succeeded " + output);
	}

	@Override
	public boolean fail(String token, String error, String cause) {
		return answer(token, token + " failed " + error + ": " + cause);
	}

	private synchronized boolean answer(String token, String answer) {
		if (this.deaf) {
			throw new RetryableFailure("Step Functions did not take the answer", null);
		}
		if (this.lost.contains(token)) {
			return false;
		}
		this.answers.add(answer);
		return true;
	}

}

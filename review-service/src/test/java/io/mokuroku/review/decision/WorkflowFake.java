package io.mokuroku.review.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;

/**
 * A workflow that waits for every token until it gets one answer for it.
 */
public final class WorkflowFake implements WorkflowCallback {

	private final List<String> answers = new ArrayList<>();

	private final Set<String> done = new HashSet<>();

	private boolean away;

	private boolean losesAnswers;

	private boolean refuses;

	/** What was said, as {@code token: answer}, in order. */
	List<String> answers() {
		return List.copyOf(this.answers);
	}

	/** It no longer waits for a token. */
	public WorkflowFake noLongerWaitsFor(String token) {
		this.done.add(token);
		return this;
	}

	/** Whether it can be reached from now on. */
	public void away(boolean now) {
		this.away = now;
	}

	/** It takes answers, but nobody learns that it did. */
	void loseAnswers(boolean now) {
		this.losesAnswers = now;
	}

	/** It takes no answers, for good. */
	void refuseAnswers() {
		this.refuses = true;
	}

	@Override
	public boolean succeed(String taskToken, String outputJson) {
		return take(taskToken, outputJson);
	}

	@Override
	public boolean fail(String taskToken, String error, String cause) {
		return take(taskToken, error + ", " + cause);
	}

	@Override
	public boolean stillWaits(String taskToken) {
		if (this.away) {
			throw new RetryableFailure("The workflow is away", null);
		}
		return !this.done.contains(taskToken);
	}

	private boolean take(String token, String answer) {
		if (this.away) {
			throw new RetryableFailure("The workflow is away", null);
		}
		if (this.refuses) {
			throw new PermanentFailure("answer_refused", "The answer is too long");
		}
		boolean waited = this.done.add(token);
		if (waited) {
			this.answers.add(token + ": " + answer);
		}
		if (this.losesAnswers) {
			throw new RetryableFailure("The connection broke", null);
		}
		return waited;
	}

}

package io.mokuroku.review.loop;

import io.mokuroku.message.ReviewRequested;

/**
 * Brings questions before people. The same question may come more than once.
 */
public interface HumanLoops {

	/**
	 * Asks people.
	 * @return whether people have one question more; not if they were asked it before, it
	 * took the place of another, or nobody waits for an answer
	 * @throws io.mokuroku.message.RetryableFailure if they cannot be reached
	 */
	boolean start(ReviewRequested request);

	/**
	 * Whether what people are asked is counted as it begins, so that a budget keeps
	 * nothing of what it took for a question.
	 */
	default boolean countsItself() {
		return false;
	}

	/** How people are asked, as budgets and prices call it. */
	default String adapter() {
		return "portal";
	}

}

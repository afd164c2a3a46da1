package io.mokuroku.review.loop;

import io.mokuroku.message.ReviewRequested;

/**
 * Brings questions before people. The same question may come more than once.
 */
public interface HumanLoops {

	/**
	 * Asks people.
	 * @throws io.mokuroku.message.RetryableFailure if they cannot be reached
	 */
	void start(ReviewRequested request);

	/** How people are asked, as budgets and prices call it. */
	default String adapter() {
		return "portal";
	}

}

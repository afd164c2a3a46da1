package io.mokuroku.review.decision;

/**
 * The way back to a workflow that waits.
 */
interface WorkflowCallback {

	/**
	 * Lets it go on.
	 * @param taskToken what it waits for
	 * @param outputJson the answer
	 * @return whether it still waited
	 * @throws io.mokuroku.message.RetryableFailure if it could not be reached
	 */
	boolean succeed(String taskToken, String outputJson);

	/**
	 * Ends its waiting without an answer.
	 * @param taskToken what it waits for
	 * @param error the name of the error
	 * @param cause a sentence
	 * @return whether it still waited
	 * @throws io.mokuroku.message.RetryableFailure if it could not be reached
	 */
	boolean fail(String taskToken, String error, String cause);

}

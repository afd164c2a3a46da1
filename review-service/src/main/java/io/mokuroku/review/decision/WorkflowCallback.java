package io.mokuroku.review.decision;

/**
 * The way back to a workflow that waits.
 */
public interface WorkflowCallback {

	/**
	 * Lets it go on.
	 * @param taskToken what it waits for
	 * @param outputJson the answer
	 * @return whether it still waited
	 * @throws io.mokuroku.message.RetryableFailure if it could not be reached
	 * @throws io.mokuroku.message.PermanentFailure with code {@code answer_refused} if it
	 * will never take this answer
	 */
	boolean succeed(String taskToken, String outputJson);

	/**
	 * Tells it that its question is still before people, which keeps it waiting up to its
	 * limit.
	 * @param taskToken what it waits for
	 * @return whether it still waits
	 * @throws io.mokuroku.message.RetryableFailure if it could not be reached
	 */
	boolean stillWaits(String taskToken);

	/**
	 * Ends its waiting without an answer.
	 * @param taskToken what it waits for
	 * @param error the name of the error
	 * @param cause a sentence
	 * @return whether it still waited
	 * @throws io.mokuroku.message.RetryableFailure if it could not be reached
	 * @throws io.mokuroku.message.PermanentFailure with code {@code answer_refused} if it
	 * will never take this answer
	 */
	boolean fail(String taskToken, String error, String cause);

}

package io.mokuroku.enrichment.workflow;

/**
 * Answers the state machine. Every call returns whether the token was still waited for;
 * nobody is interested in an answer to one that is not.
 */
public interface TaskTokens {

	/** Says that the work goes on. */
	boolean heartbeat(String token);

	/**
	 * Says that the work is done.
	 * @param output JSON, less than 256 KiB
	 */
	boolean succeed(String token, String output);

	/**
	 * Says that the work failed.
	 * @param error the name that the definition's Retry and Catch see
	 * @param cause a sentence
	 */
	boolean fail(String token, String error, String cause);

}

package io.mokuroku.local.loops;

/**
 * What is around human loops: a place for answers, and somebody who hears of changes.
 */
public interface AnswerPlace {

	/**
	 * Keeps what workers answered.
	 * @param name a name of its own
	 * @return the address, {@code s3://bucket/key}
	 */
	String keep(String name, String json);

	/** Tells that a loop has changed, as EventBridge does. */
	void tell(String event);

}

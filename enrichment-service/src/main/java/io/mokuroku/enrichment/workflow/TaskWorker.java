package io.mokuroku.enrichment.workflow;

/**
 * Does one kind of work the state machine asks for. It may be called again for work that
 * is done already and must then come to the same result. It throws
 * {@link io.mokuroku.message.RetryableFailure} for what may go better later and
 * {@link io.mokuroku.message.PermanentFailure}, whose code the state machine sees as the
 * name of the error, for what will not; it does not try again by itself.
 *
 * @param <I> what it needs to know
 */
public interface TaskWorker<I> {

	/** The name by which the state machine asks for it. */
	String task();

	/** How its input is read. */
	Class<I> inputType();

	/**
	 * Does the work.
	 * @return what the state machine goes on with, written as JSON: small values and
	 * references into the work area
	 */
	Object work(TaskRun run, I input);

}

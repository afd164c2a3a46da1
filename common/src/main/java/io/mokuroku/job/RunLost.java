package io.mokuroku.job;

/**
 * Another instance may have the run, because this one was away for too long.
 */
public final class RunLost extends RuntimeException {

	RunLost(String runId) {
		super("Run " + runId + " may be somebody else's by now");
	}

}

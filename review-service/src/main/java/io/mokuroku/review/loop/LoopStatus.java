package io.mokuroku.review.loop;

/**
 * How far a human loop has come.
 */
enum LoopStatus {

	/** Workers have not all answered. */
	IN_PROGRESS,

	/** It is being stopped. */
	STOPPING,

	/** Workers have answered. */
	COMPLETED,

	/** A2I could not ask. */
	FAILED,

	/** It was stopped before workers answered. */
	STOPPED;

	/** Reads what A2I says. A word that is unknown says that nothing has ended yet. */
	static LoopStatus of(String word) {
		return switch (word) {
			case "Completed" -> COMPLETED;
			case "Failed" -> FAILED;
			case "Stopped" -> STOPPED;
			case "Stopping" -> STOPPING;
			default -> IN_PROGRESS;
		};
	}

}

package io.mokuroku.job;

/** Where a run stands. */
public enum RunState {

	/** Asked for, not begun. */
	ACCEPTED,

	/** Under way; also while its process is down, until it is resumed. */
	RUNNING,

	/** Done. */
	SUCCEEDED,

	/** Given up. */
	FAILED;

	/** Whether nothing more will be done. */
	public boolean ended() {
		return this == SUCCEEDED || this == FAILED;
	}

}

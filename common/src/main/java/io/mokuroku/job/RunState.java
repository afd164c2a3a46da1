package io.mokuroku.job;

/** Where a run stands. */
public enum RunState {

	/** Asked for; not begun, or what it needs is not there yet. */
	ACCEPTED,

	/** Under way; also while its process is down, until it is resumed. */
	RUNNING,

	/** Done to the end, or to the plan where only that was asked for. */
	SUCCEEDED,

	/** Given up; nothing that was done is taken back. */
	FAILED,

	/** What it was to work on did not pass a check; nothing was done with it. */
	QUARANTINED,

	/** Stopped by a person; nothing that was done is taken back. */
	CANCELLED;

	/** Whether nothing more will be done. */
	public boolean ended() {
		return switch (this) {
			case ACCEPTED, RUNNING -> false;
			case SUCCEEDED, FAILED, QUARANTINED, CANCELLED -> true;
		};
	}

}

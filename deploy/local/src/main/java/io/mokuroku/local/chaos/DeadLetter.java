package io.mokuroku.local.chaos;

/**
 * A message that nobody could deal with.
 *
 * @param queue the queue of the dead it lay in
 * @param code why, in a word; empty if SQS moved it, because whoever had its last attempt
 * was killed
 * @param reason why, in a sentence, or empty
 * @param execution the execution that failed, or empty
 */
record DeadLetter(String queue, String code, String reason, String execution) {

	@Override
	public String toString() {
		return this.queue + " " + (this.code.isEmpty() ? "moved by SQS" : this.code + ": " + this.reason);
	}

}

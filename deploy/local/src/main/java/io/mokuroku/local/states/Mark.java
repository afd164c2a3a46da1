package io.mokuroku.local.states;

/**
 * The place of a fact in the history of its execution.
 *
 * @param id the id of the history event, counted from 1, or 0 if the fact is not one
 * @param previous the id of the event before it on the same path
 */
record Mark(long id, long previous) {

	static final Mark NONE = new Mark(0, 0);

}

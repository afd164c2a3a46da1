package io.mokuroku.sync.dataset;

/**
 * One position in a release: a record, or the reason why there is none.
 */
public sealed interface DatasetLine {

	/** Where it stands: records count from 1. */
	long number();

	/**
	 * A record.
	 *
	 * @param number its position
	 * @param content what it says
	 */
	record Parsed(long number, DatasetRecord content) implements DatasetLine {
	}

	/**
	 * Something that is no record.
	 *
	 * @param number its position
	 * @param reason what is wrong with it
	 */
	record Broken(long number, String reason) implements DatasetLine {
	}

}

package io.mokuroku.review.workforce;

/**
 * What became of an attempt to remove somebody.
 */
public sealed interface RemovalOutcome {

	/**
	 * They are out.
	 *
	 * @param released how many of their claims were given back
	 */
	record Removed(int released) implements RemovalOutcome {

	}

	/** They were not a reviewer. */
	record Unknown() implements RemovalOutcome {
	}

	/** Nobody removes themselves, so somebody who leads is always left. */
	record OneSelf() implements RemovalOutcome {
	}

}

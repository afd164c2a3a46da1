package io.mokuroku.review.task;

/**
 * How pressing a task is, the least first.
 */
public enum Priority {

	/** Nothing is known that makes it pressing. */
	LOW,

	/** The entry is not in the catalogue yet. */
	NORMAL,

	/** Many will see the entry. */
	HIGH,

	/** The entry airs within a day, or people have let the question lie. */
	URGENT;

	/** One more, as far as there is one. */
	public Priority raised() {
		return switch (this) {
			case LOW -> NORMAL;
			case NORMAL -> HIGH;
			case HIGH, URGENT -> URGENT;
		};
	}

}

package io.mokuroku.review.task;

/**
 * Who is popular.
 *
 * @param value up to which place by popularity a work is; 0 for none
 */
public record PopularRank(int value) {

	public PopularRank {
		if (value < 0) {
			throw new IllegalArgumentException("A place by popularity is not below 0");
		}
	}

}

package io.mokuroku.review.loop;

/**
 * Counts what asking people costs, each time they are asked. It was allowed when the
 * question was asked first, so nothing is refused here.
 */
@FunctionalInterface
public interface LoopCosts {

	/**
	 * Counts one loop more.
	 * @param adapter how people are asked
	 */
	void asked(String adapter);

}

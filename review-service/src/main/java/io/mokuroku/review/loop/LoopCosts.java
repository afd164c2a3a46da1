package io.mokuroku.review.loop;

/**
 * Counts what asking the same people the same question another time costs. It was allowed
 * when the question was asked first, so nothing is refused here.
 */
@FunctionalInterface
public interface LoopCosts {

	/**
	 * Counts one question more.
	 * @param adapter how people are asked
	 */
	void askedAgain(String adapter);

}

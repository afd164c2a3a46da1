package io.mokuroku.review.workforce;

/**
 * The team that Amazon A2I asks.
 */
interface Workteam {

	/** There is none. */
	Workteam NONE = () -> {
	};

	/**
	 * Says who belongs to it. A team is made of groups, so whoever joins or leaves a
	 * group joins or leaves the team; saying so again changes nothing.
	 * @throws io.mokuroku.message.RetryableFailure if SageMaker does not answer
	 * @throws io.mokuroku.message.PermanentFailure if it refuses
	 */
	void enlist();

}

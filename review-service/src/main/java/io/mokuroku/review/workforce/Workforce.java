package io.mokuroku.review.workforce;

import java.util.List;
import java.util.Optional;

/**
 * Where reviewers are kept. Every method throws
 * {@link io.mokuroku.message.RetryableFailure} if that place does not answer.
 */
interface Workforce {

	/**
	 * Somebody who was ever invited.
	 * @param id what their tokens call them
	 */
	Optional<Reviewer> find(String id);

	/** Everybody who is active, by name. */
	List<Reviewer> all();

	/**
	 * Invites somebody, takes somebody back, or gives somebody another role.
	 * @param name what people call them
	 * @throws io.mokuroku.message.PermanentFailure if nobody can have this name
	 */
	Reviewer invite(String name, Role role);

	/**
	 * Ends what somebody may do, and their sessions.
	 * @return whether they were active
	 */
	boolean remove(String id);

}

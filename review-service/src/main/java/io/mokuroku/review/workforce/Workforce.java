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
	 * @param id what their tokens call them; where they sign in with another name, that
	 * as well
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
	 * Ends what somebody may do, and their sessions. After a failure it can be done
	 * again.
	 * @return whether there was anything left to end
	 */
	boolean remove(String id);

}

package io.mokuroku.search.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The webhooks there are. Every method throws
 * {@link io.mokuroku.message.RetryableFailure} if the store does not answer.
 */
interface Webhooks {

	/**
	 * Adds one, unless its owner has as many as may be already, however many are added at
	 * the same time.
	 * @param most how many one owner may have
	 * @return whether it was added
	 */
	boolean add(Webhook webhook, int most);

	/** One by its id. */
	Optional<Webhook> find(UUID id);

	/** All there are, in no order. */
	List<Webhook> all();

	/**
	 * Changes one, again and again until nobody else does at the same time.
	 * @param change from one state to the next, of a version one higher
	 * @return the next state; empty if there is no such webhook
	 */
	Optional<Webhook> update(UUID id, UnaryOperator<Webhook> change);

	/** Removes one; does nothing if there is none. */
	void remove(Webhook webhook);

}

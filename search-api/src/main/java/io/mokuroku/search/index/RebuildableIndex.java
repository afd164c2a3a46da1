package io.mokuroku.search.index;

import java.util.List;

/**
 * An index that can be built anew while the present one answers: an alias that moves from
 * one collection to the next, or a folder that takes another's place.
 */
public interface RebuildableIndex extends AnimeIndex {

	/**
	 * Begins an empty generation beside the one that answers. From now on {@link #apply}
	 * changes both.
	 * @throws IllegalStateException if one has been begun and has not ended
	 */
	NextGeneration begin();

	/**
	 * Whether what was stored could not be read any more and was put away, so that the
	 * index lacks what it had until it has been rebuilt.
	 */
	boolean outdated();

	/**
	 * A generation that does not answer yet. It vanishes with the process, and when it is
	 * closed before it has taken over.
	 */
	interface NextGeneration extends AutoCloseable {

		/**
		 * Makes changes in this generation alone, never over a newer version. Where the
		 * generation that answers has a vector of the same text, it is taken over. What
		 * {@link #apply} has forgotten may come back by a state that was read before, so
		 * whoever adds asks afterwards whether it is still there.
		 * @throws io.mokuroku.message.RetryableFailure if they may not have been kept
		 */
		void add(List<IndexChange> changes);

		/**
		 * Lets this generation answer from now on, and removes the one before. Every
		 * search is answered by one of the two.
		 * @throws io.mokuroku.message.RetryableFailure if the one before still answers
		 */
		void takeOver();

		@Override
		void close();

	}

}

package io.mokuroku.search.anime;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;

/**
 * Tells which anime a client names.
 */
public interface FindAnimeId {

	/**
	 * The anime that an id names, ours or a provider's. If it was merged into another,
	 * the request is answered with a redirect to the same route of that one.
	 * @param adult whether adult entries are found
	 * @throws io.mokuroku.web.ApiProblem if the text is no id, or the catalogue has no
	 * such anime that may be shown
	 */
	AnimeId get(String id, boolean adult);

	/**
	 * As {@link #get(String)}, but an entry that was merged into another stands for that
	 * one: for those who ask for several at once.
	 * @return empty if the catalogue has no such anime that may be shown
	 * @throws io.mokuroku.web.ApiProblem if the text is no id
	 */
	Optional<AnimeId> find(String id);

	/** As {@link #get(String, boolean)}, for callers who see no adult entries. */
	default AnimeId get(String id) {
		return get(id, false);
	}

}

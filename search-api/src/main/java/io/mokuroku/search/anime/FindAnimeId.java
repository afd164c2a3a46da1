package io.mokuroku.search.anime;

import io.mokuroku.catalogue.AnimeId;

/**
 * Tells which anime a client names.
 */
@FunctionalInterface
public interface FindAnimeId {

	/**
	 * The anime that an id names, ours or a provider's; of a merged one, what it was
	 * merged into.
	 * @throws io.mokuroku.web.ApiProblem if the text is no id, or the catalogue has no
	 * such anime that may be shown
	 */
	AnimeId get(String id);

}

package io.mokuroku.search.anime;

import io.mokuroku.catalogue.AnimeId;

/**
 * The entry that was asked for was merged into another.
 */
final class MovedAnime extends RuntimeException {

	private final transient AnimeId target;

	MovedAnime(AnimeId target) {
		super("merged into " + target, null, false, false);
		this.target = target;
	}

	/** Where it leads, at the end of all merges. */
	AnimeId target() {
		return this.target;
	}

}

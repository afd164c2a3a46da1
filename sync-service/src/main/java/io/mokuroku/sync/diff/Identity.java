package io.mokuroku.sync.diff;

import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;

/**
 * The identity of an anime that has none yet.
 *
 * @param id the id
 * @param mintedFrom the link it was minted from; with a number after {@code #} where
 * every link had already given its id to another
 */
record Identity(AnimeId id, URI mintedFrom) {

	/**
	 * Gives back the id of an entry that was merged away and is separate again, if one of
	 * the links minted it; else mints from the best link whose id is free; after all
	 * links, from the best one with a number.
	 */
	static Identity mint(Collection<SourceLink> links, Surroundings around) {
		Set<SourceLink> ranked = new TreeSet<>(links);
		for (SourceLink link : ranked) {
			AnimeId id = AnimeId.mintedFrom(link);
			if (around.known().apply(id).filter(Lifecycle.REDIRECT::equals).isPresent()) {
				return new Identity(id, link.canonical());
			}
		}
		for (SourceLink link : ranked) {
			AnimeId id = AnimeId.mintedFrom(link);
			if (around.known().apply(id).isEmpty()) {
				return new Identity(id, link.canonical());
			}
		}
		SourceLink best = AnimeId.primary(links);
		int attempt = 2;
		while (around.known().apply(AnimeId.mintedFrom(best, attempt)).isPresent()) {
			attempt++;
		}
		return new Identity(AnimeId.mintedFrom(best, attempt), URI.create(best.canonical() + "#" + attempt));
	}

}

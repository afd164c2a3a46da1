package io.mokuroku.enrichment.assemble;

import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;

/**
 * An assembled entry nobody has judged yet.
 *
 * @param entry what it would become
 * @param conflicts the fields about which providers contradict each other
 */
record Assembled(AnimeEntry entry, Set<String> conflicts) {

	Assembled {
		conflicts = Set.copyOf(conflicts);
	}

}

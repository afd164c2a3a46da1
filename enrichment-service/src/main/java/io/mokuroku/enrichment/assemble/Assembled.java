package io.mokuroku.enrichment.assemble;

import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.FieldChoice;

/**
 * An assembled entry nobody has judged yet.
 *
 * @param entry what it would become
 * @param conflicts the fields about which providers contradict each other
 * @param choices how each field was chosen, by name
 * @param episodes its episodes, with the times that follow from its slot
 */
record Assembled(AnimeEntry entry, Set<String> conflicts, List<FieldChoice> choices, List<Episode> episodes) {

	Assembled {
		conflicts = Set.copyOf(conflicts);
		choices = List.copyOf(choices);
		episodes = List.copyOf(episodes);
	}

}

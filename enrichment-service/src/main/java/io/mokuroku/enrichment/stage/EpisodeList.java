package io.mokuroku.enrichment.stage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.correction.ProposedLists.Told;

/**
 * The episodes of an entry in the work area.
 *
 * @param episodes by number
 * @param told what each source says of them, by its name and by their number here
 */
public record EpisodeList(List<Episode> episodes, Map<String, Map<String, Told>> told) {

	@SuppressWarnings("NullAway") // what was kept before sources were told lacks them
	public EpisodeList {
		episodes = List.copyOf(episodes);
		told = (told != null) ? Collections.unmodifiableMap(new TreeMap<>(told)) : Map.of();
	}

}

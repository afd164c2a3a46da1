package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.catalogue.Episode;

/**
 * The episodes of an entry in the work area.
 *
 * @param episodes by number
 */
public record EpisodeList(List<Episode> episodes) {

	public EpisodeList {
		episodes = List.copyOf(episodes);
	}

}

package io.mokuroku.enrichment.fetch;

import java.util.List;

import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.EpisodeFacts;

/**
 * The answer of one source, as the stages read it from the work area.
 *
 * @param anime what it says of the anime
 * @param episodes the episodes it lists
 */
public record Fetched(AnimeFacts anime, List<EpisodeFacts> episodes) {

	public Fetched {
		episodes = List.copyOf(episodes);
	}

}

package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which episodes were passed on to enrichment.
 */
public interface HandledEpisodes {

	/**
	 * Those among some episodes that were passed on.
	 * @return the time of airing they were passed on with, by name
	 */
	Map<String, Instant> among(Collection<PlannedEpisode> episodes);

	/** Those that have to be looked for again. */
	List<Look> unconfirmed();

}

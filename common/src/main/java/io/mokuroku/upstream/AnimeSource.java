package io.mokuroku.upstream;

import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;

/**
 * A site that can be asked about anime. A call asks once: whoever calls decides about
 * trying again. Every call throws {@link io.mokuroku.message.RetryableFailure} if the
 * site cannot be reached, is overloaded or asks to wait, and
 * {@link io.mokuroku.message.PermanentFailure} if it refuses the request or answers with
 * something unreadable.
 */
public interface AnimeSource {

	/** Whose links this source understands. */
	Provider provider();

	/**
	 * What the site says of an anime.
	 * @param link one of this provider's links
	 * @return empty if the site does not know it
	 */
	Optional<AnimeFacts> find(SourceLink link);

	/**
	 * The regular episodes the site lists, by number.
	 * @param link one of this provider's links
	 * @return empty if it lists none, or does not know the anime
	 */
	List<EpisodeFacts> episodes(SourceLink link);

	/**
	 * One regular episode, with as few requests as the site allows.
	 * @param link one of this provider's links
	 * @param number from 1
	 * @return empty if the site does not list it yet
	 */
	Optional<EpisodeFacts> findEpisode(SourceLink link, int number);

}

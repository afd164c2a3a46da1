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
 * something unreadable. What an answer says in words that are not understood is told to
 * {@link Unrecognised} and left out.
 */
public interface AnimeSource {

	/** Whose links this source understands. */
	Provider provider();

	/**
	 * What the site says of an anime.
	 * @param link one of this provider's links, or what {@link #lookup} made
	 * @return empty if the site does not know it
	 */
	Optional<AnimeFacts> find(SourceLink link);

	/**
	 * How to ask the site about an anime that it is not known to have a page of.
	 * @param known pages of other sites about the anime, the most trusted first
	 * @return what {@link #find} takes in place of a page; empty if the site cannot be
	 * asked so
	 */
	default Optional<SourceLink> lookup(List<SourceLink> known) {
		return Optional.empty();
	}

	/**
	 * The episodes the site lists, regular ones first, each by number.
	 * @param link one of this provider's links
	 * @return empty if it lists none, or does not know the anime
	 */
	default List<EpisodeFacts> episodes(SourceLink link) {
		return List.of();
	}

	/**
	 * Whether the site lists episodes at all. The silence of one that does not says
	 * nothing of an episode.
	 */
	default boolean listsEpisodes() {
		return false;
	}

	/**
	 * One regular episode, with as few requests as the site allows.
	 * @param link one of this provider's links
	 * @param number from 1
	 * @return empty if the site does not list it yet
	 */
	default Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		return Optional.empty();
	}

	/**
	 * The characters the site lists, all pages of them.
	 * @param link one of this provider's links
	 * @return empty if it lists none, or does not know the anime
	 */
	default List<CharacterFacts> characters(SourceLink link) {
		return List.of();
	}

	/**
	 * Who the site says made the anime, all pages of them; one row per person.
	 * @param link one of this provider's links
	 * @return empty if it lists none, or does not know the anime
	 */
	default List<StaffFacts> staff(SourceLink link) {
		return List.of();
	}

	/**
	 * How ratings and lists spread, where that costs a request of its own. Where it does
	 * not, {@link #find} tells it.
	 * @param link one of this provider's links
	 * @return empty if the site tells no more than {@link #find} does
	 */
	default Optional<StatisticsFacts.Distribution> findDistribution(SourceLink link) {
		return Optional.empty();
	}

}

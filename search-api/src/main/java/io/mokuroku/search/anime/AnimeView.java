package io.mokuroku.search.anime;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How a client wants to see an anime.
 *
 * @param include what else it wants
 * @param anime which attributes of anime
 * @param episode which attributes of included episodes
 * @param character which attributes of included characters
 * @param person which attributes of included staff
 * @param adult whether it may and wants to see adult entries
 */
record AnimeView(Set<Include> include, Fields anime, Fields episode, Fields character, Fields person, boolean adult) {

	AnimeView {
		include = Set.copyOf(include);
	}

	/**
	 * Reads the parameters of JSON:API.
	 * @throws io.mokuroku.web.ApiProblem if one of them names something unknown
	 */
	static AnimeView of(@Nullable String include, @Nullable String anime, @Nullable String episode,
			@Nullable String character, @Nullable String person, boolean adult) {
		return new AnimeView(Include.parse(include), Fields.parse("fields[anime]", anime, AnimeDetails.class),
				Fields.parse("fields[episode]", episode, EpisodeDetails.class),
				Fields.parse("fields[character]", character, CharacterDetails.class),
				Fields.parse("fields[person]", person, StaffDetails.class), adult);
	}

	/** Whether this is what most clients ask for: the entry itself, all of it. */
	boolean isPlain() {
		return this.include.isEmpty() && this.anime.names() == null;
	}

}

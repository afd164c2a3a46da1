package io.mokuroku.search.relay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The providers whose answers are passed on. AniList and AniDB are not among them,
 * because their terms forbid it.
 */
enum RelayedProvider {

	/** An API in the form of Jikan. */
	JIKAN("mal", "application/json"),

	/** MyAnimeList's own API. */
	MAL("mal", "application/json"),

	/** Kitsu. */
	KITSU("kitsu", "application/vnd.api+json"),

	/** AnimeSchedule. */
	ANIMESCHEDULE("animeschedule", "application/json");

	private final String scheme;

	private final String mediaType;

	RelayedProvider(String scheme, String mediaType) {
		this.scheme = scheme;
		this.mediaType = mediaType;
	}

	/** Its name in addresses and configuration. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The form of its answers. */
	String mediaType() {
		return this.mediaType;
	}

	/** How its id of an anime is written where ids of all providers are taken. */
	String reference(String id) {
		return this.scheme + ":" + id;
	}

	/** By its name in addresses. */
	static Optional<RelayedProvider> find(String word) {
		return Arrays.stream(values()).filter((provider) -> provider.word().equals(word)).findFirst();
	}

}

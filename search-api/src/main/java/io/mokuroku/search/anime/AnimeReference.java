package io.mokuroku.search.anime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;

/**
 * How a client names an anime: by our id, or by a provider and its id
 * ({@code myanimelist:1535}, {@code mal:1535}).
 */
sealed interface AnimeReference {

	/** No provider has longer ids, and keys of the store end somewhere. */
	int LONGEST = 500;

	/** Short names people use. */
	Map<String, Provider> SHORT_NAMES = Map.of("mal", Provider.MYANIMELIST, "al", Provider.ANILIST, "anime-planet",
			Provider.ANIME_PLANET);

	/**
	 * Our id.
	 *
	 * @param id the id
	 */
	record ById(AnimeId id) implements AnimeReference {
	}

	/**
	 * A provider's id.
	 *
	 * @param link the provider's page
	 */
	record ByLink(SourceLink link) implements AnimeReference {
	}

	/** Reads a reference; empty if it has neither form. */
	static Optional<AnimeReference> parse(String text) {
		int colon = text.indexOf(':');
		if (colon >= 0) {
			return link(text.substring(0, colon), text.substring(colon + 1)).map(ByLink::new);
		}
		try {
			return Optional.of(new ById(AnimeId.of(text)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** A provider's page by the provider's name and its id; empty if it has no such. */
	static Optional<SourceLink> link(String provider, String id) {
		if (provider.length() + id.length() >= LONGEST) {
			return Optional.empty();
		}
		try {
			return provider(provider).map((known) -> new SourceLink(known, id));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** A provider by a name people use, in any case. */
	static Optional<Provider> provider(String text) {
		String name = text.toLowerCase(Locale.ROOT);
		Provider known = SHORT_NAMES.get(name);
		return (known != null) ? Optional.of(known)
				: Arrays.stream(Provider.values())
					.filter((provider) -> provider.name().toLowerCase(Locale.ROOT).equals(name))
					.findFirst();
	}

}

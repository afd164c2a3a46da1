package io.mokuroku.search.anime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		int colon = text.indexOf(':');
		try {
			if (colon < 0) {
				return (text.length() == 36) ? Optional.of(new ById(new AnimeId(UUID.fromString(text))))
						: Optional.empty();
			}
			return provider(text.substring(0, colon).toLowerCase(Locale.ROOT))
				.map((provider) -> new ByLink(new SourceLink(provider, text.substring(colon + 1))));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Provider> provider(String name) {
		Provider known = SHORT_NAMES.get(name);
		return (known != null) ? Optional.of(known)
				: java.util.Arrays.stream(Provider.values())
					.filter((provider) -> provider.name().toLowerCase(Locale.ROOT).equals(name))
					.findFirst();
	}

}

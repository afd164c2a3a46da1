package io.mokuroku.upstream;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Provider;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a character in one anime.
 *
 * @param provider who says so
 * @param page the provider's page about it, which identifies it
 * @param sameAs pages of other providers that this one names itself: a safe match
 * @param name how it is called
 * @param role how much the anime is about it; absent if that is not told
 * @param voices who speaks it
 * @param image a picture
 * @param details what else is known
 */
public record CharacterFacts(Provider provider, URI page, List<URI> sameAs, NameFacts name,
		@Nullable CharacterRole role, List<Voice> voices, @Nullable URI image, Details details) {

	public CharacterFacts {
		Objects.requireNonNull(provider, "provider");
		Objects.requireNonNull(page, "page");
		Objects.requireNonNull(name, "name");
		sameAs = List.copyOf(sameAs);
		voices = List.copyOf(voices);
	}

	/**
	 * Who speaks a character.
	 *
	 * @param person the speaker
	 * @param language BCP 47 tag ({@code ja}, {@code pt-BR}); {@code und} if it was not
	 * understood
	 */
	public record Voice(PersonFacts person, String language) {

		public Voice {
			Objects.requireNonNull(person, "person");
			Objects.requireNonNull(language, "language");
		}

	}

	/**
	 * What else is known of a character.
	 *
	 * @param description as the provider writes it, possibly with markup and spoilers
	 * @param gender in the provider's words
	 * @param age in the provider's words, which need not be a number
	 * @param born ISO 8601, as far as it is known: {@code 1990-10-04}, {@code 1990},
	 * {@code --10-04}
	 * @param bloodType {@code A}, {@code B}, {@code AB}, {@code O}
	 * @param favourites how many visitors call it a favourite
	 */
	public record Details(@Nullable String description, @Nullable String gender, @Nullable String age,
			@Nullable String born, @Nullable String bloodType, @Nullable Long favourites) {

		/** Nothing known. */
		public static final Details NONE = new Details(null, null, null, null, null, null);

	}

}

package io.mokuroku.upstream;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.Provider;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a person.
 *
 * @param provider who says so
 * @param page the provider's page about them, which identifies them
 * @param name how they are called
 * @param image a picture
 * @param details what else is known
 */
public record PersonFacts(Provider provider, URI page, NameFacts name, @Nullable URI image, Details details) {

	public PersonFacts {
		Objects.requireNonNull(provider, "provider");
		Objects.requireNonNull(page, "page");
		Objects.requireNonNull(name, "name");
	}

	/**
	 * What else is known of a person.
	 *
	 * @param bio as the provider writes it, possibly with markup
	 * @param gender in the provider's words
	 * @param born ISO 8601, as far as it is known: {@code 1990-10-04}, {@code 1990},
	 * {@code --10-04}
	 * @param homeTown where they come from
	 * @param bloodType {@code A}, {@code B}, {@code AB}, {@code O}
	 * @param occupations what they do, in the provider's words
	 * @param yearsActive the first and, if it is over, the last year
	 * @param favourites how many visitors call them a favourite
	 */
	public record Details(@Nullable String bio, @Nullable String gender, @Nullable String born,
			@Nullable String homeTown, @Nullable String bloodType, List<String> occupations, List<Integer> yearsActive,
			@Nullable Long favourites) {

		/** Nothing known. */
		public static final Details NONE = new Details(null, null, null, null, null, List.of(), List.of(), null);

		public Details {
			occupations = List.copyOf(occupations);
			yearsActive = List.copyOf(yearsActive);
		}

	}

}

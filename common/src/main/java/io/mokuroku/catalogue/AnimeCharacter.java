package io.mokuroku.catalogue;

import java.net.URI;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A character of one anime.
 *
 * @param animeId the anime
 * @param id minted from its best page, or from the anime and its name
 * @param name in the order given name, family name
 * @param nameNative its name in the original script
 * @param nameVariants other spellings and nicknames, never one that gives the plot away
 * @param role how much the anime is about it; absent if nobody says
 * @param profile who it is
 * @param images pictures of it
 * @param favourites how many visitors of each provider name it a favourite
 * @param voiceActors who speaks it
 * @param links its pages, the most trusted first
 */
public record AnimeCharacter(AnimeId animeId, UUID id, String name, @Nullable String nameNative,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> nameVariants, @Nullable CharacterRole role,
		Profile profile, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Gallery.Image> images,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Provider, Long> favourites,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<VoiceActor> voiceActors,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<URI> links) {

	/** Main characters first, then by favour, then by name. */
	public static final Comparator<AnimeCharacter> BY_IMPORTANCE = Comparator
		.comparing(AnimeCharacter::role, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing(Comparator.comparingLong(AnimeCharacter::favour).reversed())
		.thenComparing(AnimeCharacter::name)
		.thenComparing((character) -> character.id().toString());

	@SuppressWarnings("NullAway") // what is empty is not stored
	public AnimeCharacter {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(name, "name");
		nameVariants = (nameVariants != null) ? List.copyOf(nameVariants) : List.of();
		profile = (profile != null) ? profile : Profile.NONE;
		images = (images != null) ? List.copyOf(images) : List.of();
		favourites = (favourites != null) ? Collections.unmodifiableMap(new TreeMap<>(favourites)) : Map.of();
		voiceActors = (voiceActors != null) ? List.copyOf(voiceActors) : List.of();
		links = (links != null) ? List.copyOf(links) : List.of();
	}

	private long favour() {
		return this.favourites.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Who a character is.
	 *
	 * @param description plain text without what gives the plot away
	 * @param gender as written
	 * @param age as written ("17-18")
	 * @param dateOfBirth as written, often without a year
	 * @param bloodType as written
	 */
	public record Profile(@Nullable String description, @Nullable String gender, @Nullable String age,
			@Nullable String dateOfBirth, @Nullable String bloodType) {

		/** Nothing known. */
		public static final Profile NONE = new Profile(null, null, null, null, null);

	}

	/**
	 * Who speaks a character.
	 *
	 * @param personId minted like those of staff
	 * @param name the person's name
	 * @param language a BCP 47 tag (ja, en, pt-BR)
	 */
	public record VoiceActor(UUID personId, String name, String language) {

		public VoiceActor {
			Objects.requireNonNull(personId, "personId");
			Objects.requireNonNull(name, "name");
			Objects.requireNonNull(language, "language");
		}

	}

}

package io.mokuroku.upstream.anilist;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A character or a person.
 */
record AniListPerson(@Nullable Long id, @Nullable Name name, @JsonAlias("language") @Nullable String languageV2,
		@Nullable Image image, @Nullable String description, @Nullable List<@Nullable String> primaryOccupations,
		@Nullable String gender, AniListMedia.@Nullable FuzzyDate dateOfBirth, @Nullable String age,
		@Nullable List<@Nullable Integer> yearsActive, @Nullable String homeTown, @Nullable String bloodType,
		@Nullable Long favourites) {

	record Edge(@Nullable String role, @Nullable AniListPerson node, @Nullable List<AniListPerson> voiceActors) {
	}

	/** Names that give something away stand apart. */
	record Name(@Nullable String full, @Nullable String first, @Nullable String last,
			@JsonProperty("native") @Nullable String nativeName, @Nullable List<@Nullable String> alternative,
			@Nullable List<@Nullable String> alternativeSpoiler) {
	}

	record Image(@Nullable String large) {
	}

}

package io.mokuroku.upstream.jikan;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Characters with their speakers, and staff. Both lists come whole.
 */
final class JikanPeople {

	private JikanPeople() {
	}

	record Characters(@Nullable List<Item> data) {
	}

	record Item(@Nullable Somebody character, @Nullable String role, @Nullable Long favorites,
			@JsonProperty("voice_actors") @Nullable List<Voice> voiceActors) {
	}

	record Voice(@Nullable Somebody person, @Nullable String language) {
	}

	record Staff(@Nullable List<Member> data) {
	}

	record Member(@Nullable Somebody person, @Nullable List<@Nullable String> positions) {
	}

	/** A character or a person; the name is written {@code Family, Given}. */
	record Somebody(@JsonProperty("mal_id") @Nullable Long malId, @Nullable Map<String, JikanAnime.Image> images,
			@Nullable String name) {
	}

}

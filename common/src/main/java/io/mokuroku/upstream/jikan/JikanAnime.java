package io.mokuroku.upstream.jikan;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The members of an anime that are read. Every one may be null.
 */
record JikanAnime(@JsonProperty("mal_id") long malId, @Nullable Map<String, Image> images, @Nullable List<Title> titles,
		@Nullable String type, @Nullable String source, @Nullable Integer episodes, @Nullable String status,
		@Nullable Aired aired, @Nullable String duration, @Nullable String rating, @Nullable Double score,
		@JsonProperty("scored_by") @Nullable Long scoredBy, @Nullable Long members, @Nullable String synopsis,
		@Nullable String season, @Nullable Integer year, @Nullable Slot broadcast, @Nullable List<Named> producers,
		@Nullable List<Named> studios, @Nullable List<Named> genres,
		@JsonProperty("explicit_genres") @Nullable List<Named> explicitGenres, @Nullable List<Named> themes,
		@Nullable List<Named> demographics) {

	record Document(JikanAnime data) {
	}

	record Title(@Nullable String type, @Nullable String title) {
	}

	record Named(@Nullable String name) {
	}

	record Image(@JsonProperty("image_url") @Nullable String imageUrl,
			@JsonProperty("small_image_url") @Nullable String smallImageUrl,
			@JsonProperty("large_image_url") @Nullable String largeImageUrl) {
	}

	record Aired(@Nullable String from, @Nullable String to, @Nullable String string) {
	}

	record Slot(@Nullable String day, @Nullable String time, @Nullable String timezone) {
	}

}

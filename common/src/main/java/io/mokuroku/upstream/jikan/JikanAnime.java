package io.mokuroku.upstream.jikan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The members of an anime that are read. Every one may be null. Lists of relations, songs
 * and links are there in full answers only.
 */
record JikanAnime(@JsonProperty("mal_id") long malId, @Nullable Map<String, Image> images, @Nullable Trailer trailer,
		@Nullable List<Title> titles, @Nullable String title, @JsonProperty("title_english") @Nullable String english,
		@JsonProperty("title_japanese") @Nullable String japanese,
		@JsonProperty("title_synonyms") @Nullable List<@Nullable String> synonyms, @Nullable String type,
		@Nullable String source, @Nullable Integer episodes, @Nullable String status, @Nullable Aired aired,
		@Nullable String duration, @Nullable String rating, @Nullable Double score,
		@JsonProperty("scored_by") @Nullable Long scoredBy, @Nullable Integer rank, @Nullable Integer popularity,
		@Nullable Long members, @Nullable Long favorites, @Nullable String synopsis, @Nullable String background,
		@Nullable String season, @Nullable Integer year, @Nullable Slot broadcast, @Nullable List<Named> producers,
		@Nullable List<Named> licensors, @Nullable List<Named> studios, @Nullable List<Named> genres,
		@JsonProperty("explicit_genres") @Nullable List<Named> explicitGenres, @Nullable List<Named> themes,
		@Nullable List<Named> demographics, @Nullable List<Relation> relations, @Nullable Theme theme,
		@Nullable List<Named> external, @Nullable List<Named> streaming) {

	record Document(JikanAnime data) {

		Document {
			Objects.requireNonNull(data, "data");
		}

	}

	record Title(@Nullable String type, @Nullable String title) {
	}

	record Named(@Nullable String name, @Nullable String url) {
	}

	record Image(@JsonProperty("image_url") @Nullable String imageUrl,
			@JsonProperty("small_image_url") @Nullable String smallImageUrl,
			@JsonProperty("large_image_url") @Nullable String largeImageUrl) {
	}

	record Trailer(@JsonProperty("youtube_id") @Nullable String youtubeId,
			@JsonProperty("embed_url") @Nullable String embedUrl, @Nullable Map<String, @Nullable String> images) {
	}

	record Aired(@Nullable String string) {
	}

	record Slot(@Nullable String day, @Nullable String time, @Nullable String timezone) {
	}

	record Relation(@Nullable String relation, @Nullable List<Entry> entry) {
	}

	record Entry(@JsonProperty("mal_id") @Nullable Long malId, @Nullable String type, @Nullable String name,
			@Nullable String url) {
	}

	record Theme(@Nullable List<@Nullable String> openings, @Nullable List<@Nullable String> endings) {
	}

}

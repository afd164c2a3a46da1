package io.mokuroku.upstream.kitsu;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The members of an anime that are read. Numbers may be strings, and every member but the
 * id null.
 */
record KitsuAnime(String id, @Nullable Attributes attributes,
		@Nullable Map<String, KitsuIncluded.@Nullable Relationship> relationships) {

	KitsuAnime {
		Objects.requireNonNull(id, "id");
	}

	record Document(@Nullable List<KitsuAnime> data, @Nullable List<KitsuIncluded> included) {
	}

	record Attributes(@Nullable String synopsis, @Nullable Map<String, @Nullable String> titles,
			@Nullable String canonicalTitle, @Nullable List<@Nullable String> abbreviatedTitles,
			@Nullable Double averageRating, @Nullable Map<String, @Nullable Long> ratingFrequencies,
			@Nullable Long userCount, @Nullable Long favoritesCount, @Nullable Integer popularityRank,
			@Nullable Integer ratingRank, @Nullable String startDate, @Nullable String endDate,
			@Nullable String nextRelease, @Nullable String ageRating, @Nullable String ageRatingGuide,
			@Nullable String subtype, @Nullable String status, @Nullable Map<String, Object> posterImage,
			@Nullable Map<String, Object> coverImage, @Nullable Integer episodeCount, @Nullable Integer episodeLength,
			@Nullable String youtubeVideoId, @Nullable Boolean nsfw) {
	}

}

package io.mokuroku.upstream.animeschedule;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The members of a show that are read. The date 0001-01-01 stands for null.
 * {@code trackedRating} is not read: it is no rank.
 */
record AnimeScheduleShow(@Nullable String route, @Nullable String title, @Nullable String premier,
		@Nullable String subPremier, @Nullable String dubPremier, @Nullable Integer year, @Nullable Season season,
		@Nullable String delayedTimetable, @Nullable String delayedFrom, @Nullable String delayedUntil,
		@Nullable String delayedDesc, @Nullable String jpnTime, @Nullable String subTime, @Nullable String dubTime,
		@Nullable String description, @Nullable List<Named> genres, @Nullable List<Named> studios,
		@Nullable List<Named> sources, @Nullable List<Named> mediaTypes, @Nullable Integer episodes,
		@Nullable Integer lengthMin, @Nullable String status, @Nullable String imageVersionRoute, @Nullable Stats stats,
		@Nullable Names names, @Nullable Map<String, @Nullable List<@Nullable String>> relations,
		@Nullable Map<String, Object> websites) {

	record Page(@Nullable List<AnimeScheduleShow> anime) {
	}

	record Season(@Nullable Integer year, @Nullable String season) {
	}

	record Named(@Nullable String name, @Nullable String route) {
	}

	record Stats(@Nullable Double averageScore, @Nullable Long ratingCount, @Nullable Long trackedCount) {
	}

	record Names(@Nullable String romaji, @Nullable String english, @JsonProperty("native") @Nullable String nativeName,
			@Nullable String abbreviation, @Nullable List<@Nullable String> synonyms) {
	}

}

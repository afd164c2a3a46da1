package io.mokuroku.upstream.anilist;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The members of an anime that are asked for. Every one but the id may be null.
 */
record AniListMedia(long id, @Nullable Long idMal, @Nullable Title title, @Nullable List<@Nullable String> synonyms,
		@Nullable String format, @Nullable String status, @Nullable String description, @Nullable FuzzyDate startDate,
		@Nullable FuzzyDate endDate, @Nullable String season, @Nullable Integer seasonYear, @Nullable Integer episodes,
		@Nullable Integer duration, @Nullable String countryOfOrigin, @Nullable Boolean isAdult,
		@Nullable String source, @Nullable Trailer trailer, @Nullable Cover coverImage, @Nullable String bannerImage,
		@Nullable List<@Nullable String> genres, @Nullable Double averageScore, @Nullable Double meanScore,
		@Nullable Long popularity, @Nullable Long favourites, @Nullable List<Tag> tags, @Nullable Relations relations,
		@Nullable Studios studios, @Nullable List<ExternalLink> externalLinks,
		@Nullable List<StreamingEpisode> streamingEpisodes, @Nullable List<Ranking> rankings, @Nullable Stats stats,
		@Nullable Airing nextAiringEpisode, @Nullable Schedule airingSchedule, @Nullable People characters,
		@Nullable People staff) {

	record Document(@Nullable Data data) {
	}

	record Data(@JsonProperty("Media") @Nullable AniListMedia media, @JsonProperty("Page") @Nullable Page page) {
	}

	record Page(@Nullable PageInfo pageInfo, @Nullable List<AniListMedia> media,
			@Nullable List<Airing> airingSchedules) {
	}

	/** Its other members are not reliable. */
	record PageInfo(@Nullable Boolean hasNextPage) {
	}

	record Title(@Nullable String romaji, @Nullable String english,
			@JsonProperty("native") @Nullable String nativeTitle) {
	}

	record FuzzyDate(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
	}

	record Trailer(@Nullable String id, @Nullable String site, @Nullable String thumbnail) {
	}

	record Cover(@Nullable String extraLarge, @Nullable String large, @Nullable String medium) {
	}

	record Tag(@Nullable String name, @Nullable String description, @Nullable String category, @Nullable Integer rank,
			@Nullable Boolean isGeneralSpoiler, @Nullable Boolean isMediaSpoiler, @Nullable Boolean isAdult) {
	}

	record Relations(@Nullable List<Relation> edges) {
	}

	record Relation(@Nullable String relationType, @Nullable Target node) {
	}

	record Target(@Nullable Long id, @Nullable Long idMal, @Nullable String type, @Nullable String format,
			@Nullable Title title) {
	}

	record Studios(@Nullable List<Studio> edges) {
	}

	record Studio(@Nullable Boolean isMain, @Nullable Company node) {
	}

	record Company(@Nullable Long id, @Nullable String name) {
	}

	record ExternalLink(@Nullable String site, @Nullable String url, @Nullable String type, @Nullable String language) {
	}

	record StreamingEpisode(@Nullable String title, @Nullable String thumbnail, @Nullable String url,
			@Nullable String site) {
	}

	record Ranking(@Nullable Integer rank, @Nullable String type, @Nullable String format, @Nullable Integer year,
			@Nullable String season, @Nullable Boolean allTime, @Nullable String context) {
	}

	record Stats(@Nullable List<Amount> scoreDistribution, @Nullable List<Amount> statusDistribution) {
	}

	record Amount(@Nullable Integer score, @Nullable String status, @Nullable Long amount) {
	}

	record Schedule(@Nullable List<Airing> nodes) {
	}

	record Airing(@Nullable Long airingAt, @Nullable Integer episode, @Nullable AniListMedia media) {
	}

	record People(@Nullable PageInfo pageInfo, @Nullable List<AniListPerson.Edge> edges) {
	}

}

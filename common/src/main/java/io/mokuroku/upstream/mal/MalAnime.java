package io.mokuroku.upstream.mal;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The members of an anime that are asked for and read. Every one but the id may be
 * missing; counters may be strings.
 */
record MalAnime(long id, @Nullable String title, @JsonProperty("main_picture") @Nullable Picture mainPicture,
		@JsonProperty("alternative_titles") @Nullable Titles alternativeTitles,
		@JsonProperty("start_date") @Nullable String startDate, @JsonProperty("end_date") @Nullable String endDate,
		@Nullable String synopsis, @Nullable String background, @Nullable Double mean, @Nullable Integer rank,
		@Nullable Integer popularity, @JsonProperty("num_list_users") @Nullable Long members,
		@JsonProperty("num_scoring_users") @Nullable Long scoredBy, @Nullable String nsfw, @Nullable List<Named> genres,
		@JsonProperty("media_type") @Nullable String mediaType, @Nullable String status,
		@JsonProperty("num_episodes") @Nullable Integer episodes,
		@JsonProperty("start_season") @Nullable Season startSeason, @Nullable Slot broadcast, @Nullable String source,
		@JsonProperty("average_episode_duration") @Nullable Integer episodeSeconds, @Nullable String rating,
		@Nullable List<Picture> pictures, @JsonProperty("related_anime") @Nullable List<Related> relatedAnime,
		@JsonProperty("related_manga") @Nullable List<Related> relatedManga, @Nullable List<Named> studios,
		@Nullable Statistics statistics) {

	/** What has to be asked for by name: without it only the title comes back. */
	static final String FIELDS = "id,title,main_picture,alternative_titles,start_date,end_date,synopsis,background,"
			+ "mean,rank,popularity,num_list_users,num_scoring_users,nsfw,genres,media_type,status,num_episodes,"
			+ "start_season,broadcast,source,average_episode_duration,rating,pictures,related_anime,related_manga,"
			+ "studios,statistics";

	record Picture(@Nullable String medium, @Nullable String large) {
	}

	record Titles(@Nullable List<@Nullable String> synonyms, @Nullable String en, @Nullable String ja) {
	}

	record Named(@Nullable Long id, @Nullable String name) {
	}

	record Season(@Nullable Integer year, @Nullable String season) {
	}

	record Slot(@JsonProperty("day_of_the_week") @Nullable String day,
			@JsonProperty("start_time") @Nullable String time) {
	}

	record Related(@Nullable Node node, @JsonProperty("relation_type") @Nullable String relationType) {
	}

	record Node(@Nullable Long id, @Nullable String title) {
	}

	record Statistics(@Nullable Lists status) {
	}

	record Lists(@Nullable Long watching, @Nullable Long completed, @JsonProperty("on_hold") @Nullable Long onHold,
			@Nullable Long dropped, @JsonProperty("plan_to_watch") @Nullable Long planToWatch) {
	}

}

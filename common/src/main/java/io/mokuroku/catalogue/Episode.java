package io.mokuroku.catalogue;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One episode of an anime.
 *
 * @param animeId the anime
 * @param number which episode
 * @param title its English or main title
 * @param titleJapanese its title in the original script
 * @param titleRomaji its title in Latin letters
 * @param airDate the Japanese calendar date of its first broadcast
 * @param durationSeconds its length
 * @param synopsis plain text
 * @param state how far it has come
 * @param details what else is known of it
 */
public record Episode(AnimeId animeId, EpisodeNumber number, @Nullable String title, @Nullable String titleJapanese,
		@Nullable String titleRomaji, @Nullable LocalDate airDate, @Nullable Integer durationSeconds,
		@Nullable String synopsis, State state, Details details) {

	@SuppressWarnings("NullAway") // what was stored before there were details lacks them
	public Episode {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(number, "number");
		Objects.requireNonNull(state, "state");
		details = (details != null) ? details : Details.NONE;
	}

	/** An episode of which nothing else is known. */
	public Episode(AnimeId animeId, EpisodeNumber number, @Nullable String title, @Nullable String titleJapanese,
			@Nullable String titleRomaji, @Nullable LocalDate airDate, @Nullable Integer durationSeconds,
			@Nullable String synopsis, State state) {
		this(animeId, number, title, titleJapanese, titleRomaji, airDate, durationSeconds, synopsis, state,
				Details.NONE);
	}

	/** Whether a source lists it or a person named it, under whatever title. */
	public boolean listed() {
		return this.title != null || this.details.untitled() != null;
	}

	/** Whether sources were asked for it and none lists it. */
	public boolean unlisted() {
		return !listed() && this.details.unlisted() != null;
	}

	/** The same aired on another day or come to another state. */
	public Episode with(@Nullable LocalDate otherAirDate, State otherState) {
		return new Episode(this.animeId, this.number, this.title, this.titleJapanese, this.titleRomaji, otherAirDate,
				this.durationSeconds, this.synopsis, otherState, this.details);
	}

	/** The same with another number. */
	public Episode with(EpisodeNumber other) {
		return new Episode(this.animeId, other, this.title, this.titleJapanese, this.titleRomaji, this.airDate,
				this.durationSeconds, this.synopsis, this.state, this.details);
	}

	/** The same with other details. */
	public Episode with(Details others) {
		return new Episode(this.animeId, this.number, this.title, this.titleJapanese, this.titleRomaji, this.airDate,
				this.durationSeconds, this.synopsis, this.state, others);
	}

	/**
	 * What else is known of an episode.
	 *
	 * @param filler whether it leaves the story of what it adapts
	 * @param recap whether it tells again what was seen
	 * @param score from 1 to 5, by MyAnimeList's visitors
	 * @param airedAt the instant of its first broadcast
	 * @param airedAtDerived whether that instant was computed from date and weekly slot
	 * instead of being told; absent if not
	 * @param thumbnail a still of it
	 * @param links pages about it
	 * @param titles its titles by BCP 47 tag, the most trusted of each language
	 * @param streaming where it can be watched
	 * @param untitled whether a source lists it without a title of its own, or as
	 * "Episode 8"; absent if not
	 * @param unlisted whether sources were asked for it and none listed it; absent if not
	 */
	public record Details(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean filler,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean recap,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double score,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant airedAt,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean airedAtDerived,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable URI thumbnail,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<URI> links,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> titles,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Media.StreamingLink> streaming,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean untitled,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unlisted) {

		/** Nothing known. */
		public static final Details NONE = new Details(null, null, null, null, null, null, List.of(), Map.of(),
				List.of());

		@SuppressWarnings("NullAway") // an empty list is not stored
		public Details {
			links = (links != null) ? List.copyOf(links) : List.of();
			titles = (titles != null) ? Collections.unmodifiableMap(new TreeMap<>(titles)) : Map.of();
			streaming = (streaming != null) ? List.copyOf(streaming) : List.of();
		}

		/** Those of an episode that has a title, or that nobody was asked for. */
		public Details(@Nullable Boolean filler, @Nullable Boolean recap, @Nullable Double score,
				@Nullable Instant airedAt, @Nullable Boolean airedAtDerived, @Nullable URI thumbnail, List<URI> links,
				Map<String, String> titles, List<Media.StreamingLink> streaming) {
			this(filler, recap, score, airedAt, airedAtDerived, thumbnail, links, titles, streaming, null, null);
		}

		/** The same with an instant that was computed, or with none. */
		public Details withDerivedAiredAt(@Nullable Instant at) {
			return new Details(this.filler, this.recap, this.score, at, (at != null) ? true : null, this.thumbnail,
					this.links, this.titles, this.streaming, this.untitled, this.unlisted);
		}

		/** The same of an episode that sources were asked for and do not list. */
		public Details asUnlisted() {
			return new Details(this.filler, this.recap, this.score, this.airedAt, this.airedAtDerived, this.thumbnail,
					this.links, this.titles, this.streaming, this.untitled, true);
		}

		/** Whether the instant of its broadcast was told and not computed. */
		public boolean airTimeWasTold() {
			return this.airedAt != null && this.airedAtDerived == null;
		}

	}

	/** How far an episode has come. */
	public enum State {

		/** Expected, nothing known but its number. */
		PLACEHOLDER,

		/** Its time of airing is known and lies ahead. */
		SCHEDULED,

		/** Its time has passed, no source lists it with a title yet. */
		AIRED_UNCONFIRMED,

		/** A source lists it with a title. */
		COMPLETE;

		/**
		 * How far an episode has come.
		 * @param title its title, if it has one
		 * @param airDate its Japanese date, if it has one
		 * @param today the date in Japan
		 */
		public static State of(@Nullable String title, @Nullable LocalDate airDate, LocalDate today) {
			if (airDate != null && airDate.isAfter(today)) {
				return SCHEDULED;
			}
			if (title != null) {
				return COMPLETE;
			}
			return (airDate != null) ? AIRED_UNCONFIRMED : PLACEHOLDER;
		}

	}

}

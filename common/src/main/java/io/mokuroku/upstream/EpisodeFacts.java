package io.mokuroku.upstream;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.upstream.cache.Pace;
import org.jspecify.annotations.Nullable;

/**
 * What one provider says of an episode.
 *
 * @param number which one; numbers count within their kind and within this anime
 * @param titles its names
 * @param airDate the Japanese calendar date of its first broadcast
 * @param airedAt when exactly it was or will be first broadcast
 * @param durationSeconds its length
 * @param synopsis as the provider writes it
 * @param filler whether it leaves the story of the source alone
 * @param recap whether it tells again what was shown before
 * @param score from 1 to 5, the scale of MyAnimeList's episodes: not to be mixed with
 * scores of 0 to 10
 * @param thumbnail a picture of it
 * @param streaming where it can be watched
 * @param page the provider's page about it
 */
public record EpisodeFacts(EpisodeNumber number, Titles titles, @Nullable LocalDate airDate, @Nullable Instant airedAt,
		@Nullable Integer durationSeconds, @Nullable String synopsis, @Nullable Boolean filler, @Nullable Boolean recap,
		@Nullable Double score, @Nullable URI thumbnail, List<MediaFacts.Stream> streaming, @Nullable URI page) {

	public EpisodeFacts {
		Objects.requireNonNull(number, "number");
		Objects.requireNonNull(titles, "titles");
		if (score != null && !(score >= 1 && score <= 5)) {
			throw new IllegalArgumentException("Episodes are rated from 1 to 5: " + score);
		}
		streaming = List.copyOf(streaming);
	}

	/** The same of another number. */
	public EpisodeFacts with(EpisodeNumber other) {
		return new EpisodeFacts(other, this.titles, this.airDate, this.airedAt, this.durationSeconds, this.synopsis,
				this.filler, this.recap, this.score, this.thumbnail, this.streaming, this.page);
	}

	/**
	 * How soon a list of episodes is likely to change.
	 * @param today the date in Japan
	 */
	public static Pace pace(List<EpisodeFacts> episodes, LocalDate today) {
		LocalDate last = episodes.stream()
			.map((episode) -> Optional.ofNullable(episode.airDate()))
			.flatMap(Optional::stream)
			.max(Comparator.naturalOrder())
			.orElse(null);
		return Pace.ofEpisodes(last, today);
	}

	/** An episode of which titles, date, length and text are told at most. */
	public static EpisodeFacts of(EpisodeNumber number, Titles titles, @Nullable LocalDate airDate,
			@Nullable Integer durationSeconds, @Nullable String synopsis) {
		return new EpisodeFacts(number, titles, airDate, null, durationSeconds, synopsis, null, null, null, null,
				List.of(), null);
	}

	/**
	 * The names of an episode.
	 *
	 * @param main its English or main title
	 * @param japanese its title in the original script
	 * @param romaji its title in Latin letters
	 * @param byLanguage its titles by BCP 47 tag, those above included
	 */
	public record Titles(@Nullable String main, @Nullable String japanese, @Nullable String romaji,
			Map<String, String> byLanguage) {

		/** No name. */
		public static final Titles NONE = new Titles(null, null, null, Map.of());

		public Titles {
			byLanguage = Map.copyOf(new TreeMap<>(byLanguage));
		}

	}

}

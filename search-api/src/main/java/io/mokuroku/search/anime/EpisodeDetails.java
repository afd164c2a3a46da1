package io.mokuroku.search.anime;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.Media.StreamingLink;
import io.mokuroku.search.answer.Resource;
import org.jspecify.annotations.Nullable;

/**
 * An episode as clients see it.
 *
 * @param kind what sort of episode; numbers count within their kind
 * @param number its number
 * @param title its English or main title
 * @param titleJapanese its title in the original script
 * @param titleRomaji its title in Latin letters
 * @param airDate the Japanese calendar date of its first broadcast
 * @param durationSeconds its length
 * @param synopsis plain text
 * @param state how far it has come
 * @param airedAt the instant of its first broadcast
 * @param airedAtDerived true if that instant was computed from date and weekly slot;
 * absent if somebody told it
 * @param filler whether it leaves the story of what it adapts
 * @param recap whether it tells again what was seen
 * @param score from 1 to 5, by MyAnimeList's visitors
 * @param thumbnail a still of it
 * @param titles its titles by language, as BCP 47 tags
 * @param streaming where it can be watched
 * @param links pages about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EpisodeDetails(EpisodeKind kind, BigDecimal number, @Nullable String title, @Nullable String titleJapanese,
		@Nullable String titleRomaji, @Nullable LocalDate airDate, @Nullable Integer durationSeconds,
		@Nullable String synopsis, Episode.State state, @Nullable Instant airedAt, @Nullable Boolean airedAtDerived,
		@Nullable Boolean filler, @Nullable Boolean recap, @Nullable Double score, @Nullable URI thumbnail,
		Map<String, String> titles, List<StreamingLink> streaming, List<URI> links) {

	static Resource<EpisodeDetails> resource(Episode episode) {
		Episode.Details more = episode.details();
		EpisodeDetails details = new EpisodeDetails(episode.number().kind(), episode.number().value(), episode.title(),
				episode.titleJapanese(), episode.titleRomaji(), episode.airDate(), episode.durationSeconds(),
				episode.synopsis(), episode.state(), more.airedAt(), more.airedAtDerived(), more.filler(), more.recap(),
				more.score(), more.thumbnail(), more.titles(), more.streaming(), more.links());
		return new Resource<>("episode", episode.animeId().episode(episode.number()).toString(), details, null);
	}

}

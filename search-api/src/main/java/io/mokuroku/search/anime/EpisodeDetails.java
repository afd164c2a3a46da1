package io.mokuroku.search.anime;

import java.math.BigDecimal;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EpisodeDetails(EpisodeKind kind, BigDecimal number, @Nullable String title, @Nullable String titleJapanese,
		@Nullable String titleRomaji, @Nullable LocalDate airDate, @Nullable Integer durationSeconds,
		@Nullable String synopsis, Episode.State state) {

	static Resource<EpisodeDetails> resource(Episode episode) {
		EpisodeDetails details = new EpisodeDetails(episode.number().kind(), episode.number().value(), episode.title(),
				episode.titleJapanese(), episode.titleRomaji(), episode.airDate(), episode.durationSeconds(),
				episode.synopsis(), episode.state());
		return new Resource<>("episode", episode.animeId().episode(episode.number()).toString(), details, null);
	}

}

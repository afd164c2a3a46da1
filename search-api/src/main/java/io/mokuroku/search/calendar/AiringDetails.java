package io.mokuroku.search.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.search.answer.Resource;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Episodes that air together, as clients see them.
 *
 * @param animeId whose
 * @param title the name the anime is listed by
 * @param titleEnglish the official English name
 * @param titleJapanese the name in the original script
 * @param animeType how the anime is released
 * @param picture a small cover
 * @param type which release: {@code raw}, the Japanese broadcast
 * @param episodeFrom the number of the first, absent if nobody knows
 * @param episodeTo the number of the last
 * @param episodes how many the anime has or will have
 * @param airAt when they start, absent if only the day is known, or nothing
 * @param localTime the same by the clocks of the zone that was asked for
 * @param japaneseDate the date in Japan
 * @param durationSeconds how long one lasts
 * @param state how sure it is
 * @param confidence from 0 to 1: 0.95 two calendars agree, 0.85 one tells it, 0.5 the
 * weekly slot, 0.4 a slow source, 0 unknown
 * @param delay the break the anime is in, or will be
 */
@Schema(name = "CalendarAiring")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AiringDetails(String animeId, String title, @Nullable String titleEnglish, @Nullable String titleJapanese,
		AnimeType animeType, @Nullable URI picture, String type, @Nullable Integer episodeFrom,
		@Nullable Integer episodeTo, @Nullable Integer episodes, @Nullable Instant airAt, @Nullable String localTime,
		@Nullable LocalDate japaneseDate, @Nullable Integer durationSeconds, String state, double confidence,
		@Nullable Break delay) {

	static Resource<AiringDetails> resource(Slot slot, ZoneId zone) {
		AiringAnime anime = slot.anime();
		Instant at = (slot.at() != null) ? slot.at().truncatedTo(ChronoUnit.SECONDS) : null;
		return new Resource<>("airing", slot.id(), new AiringDetails(anime.id().toString(), anime.title(),
				anime.titleEnglish(), anime.titleJapanese(), anime.type(), anime.picture(), ReleaseType.RAW.word(),
				slot.first(), slot.last(), anime.episodes(), at, local(at, zone), slot.day(), anime.durationSeconds(),
				slot.state().name().toLowerCase(Locale.ROOT), slot.confidence(), Break.of(anime.airing().delay())),
				null);
	}

	private static @Nullable String local(@Nullable Instant at, ZoneId zone) {
		return (at != null) ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone)) : null;
	}

	/**
	 * A break.
	 *
	 * @param from the first date in Japan without an episode
	 * @param until the last
	 * @param indefinite whether nobody knows when it goes on
	 * @param reason in the calendar's words
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Break(@Nullable LocalDate from, @Nullable LocalDate until, boolean indefinite, @Nullable String reason) {

		static @Nullable Break of(@Nullable Delay delay) {
			return (delay == null) ? null : new Break(delay.from(), delay.until(), delay.indefinite(), delay.reason());
		}

	}

}

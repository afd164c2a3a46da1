package io.mokuroku.episodes.airing;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which sources are asked for airing times. A provider that is switched off as a whole is
 * not asked either.
 *
 * @param anilist whether AniList's airing schedule is read; its terms ask for its consent
 * @param animeschedule whether AnimeSchedule's timetable is read
 * @param slot whether times are computed from the weekly slot
 * @param kitsu whether Kitsu is asked for the next release of anime nobody announces
 * @param ahead how far ahead calendars are asked
 * @param catchUp how long an airing that has begun waits to be passed on before the slot
 * after it is looked for
 * @param mostLookups how many unknown rows of a calendar are looked up in a run
 * @param mostReleases how many anime Kitsu is asked about in a run
 */
@Validated
@ConfigurationProperties("mokuroku.episodes.airing")
record AiringSettings(@DefaultValue("true") boolean anilist, @DefaultValue("true") boolean animeschedule,
		@DefaultValue("true") boolean slot, @DefaultValue("true") boolean kitsu, @DefaultValue("8d") Duration ahead,
		@DefaultValue("24h") Duration catchUp, @DefaultValue("300") @Min(0) @Max(1_000) int mostLookups,
		@DefaultValue("30") @Min(0) @Max(1_000) int mostReleases) {

}

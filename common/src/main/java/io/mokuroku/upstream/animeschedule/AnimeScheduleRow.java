package io.mokuroku.upstream.animeschedule;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One row of a timetable. With several episodes at once {@code subtractedEpisodeNumber}
 * is the first of them.
 */
record AnimeScheduleRow(@Nullable String title, @Nullable String route, @Nullable String delayedText,
		@Nullable String delayedFrom, @Nullable String delayedUntil, @Nullable Boolean delayedIndefinitely,
		@Nullable String status, @Nullable String episodeDate, @Nullable Integer episodeNumber,
		@Nullable Integer subtractedEpisodeNumber, @Nullable Integer episodes, @Nullable Integer lengthMin,
		@Nullable String airType, @Nullable List<AnimeScheduleShow.Named> mediaTypes, @Nullable String airingStatus,
		@Nullable Map<String, Object> websites) {
}

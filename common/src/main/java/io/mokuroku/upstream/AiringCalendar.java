package io.mokuroku.upstream;

import java.time.Instant;
import java.util.List;

import io.mokuroku.catalogue.Provider;

/**
 * A site that tells which episodes air when. It fails like an {@link AnimeSource}.
 */
public interface AiringCalendar {

	/** Whose links its rows carry. */
	Provider provider();

	/**
	 * The releases of a time, the earliest first.
	 * @param release which sort of release
	 * @param from the first instant
	 * @param to the instant after the last
	 * @return empty if there are none, or the calendar does not know this sort
	 */
	List<CalendarRow> between(ReleaseKind release, Instant from, Instant to);

}

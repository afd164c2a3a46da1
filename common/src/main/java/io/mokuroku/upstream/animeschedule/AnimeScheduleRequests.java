package io.mokuroku.upstream.animeschedule;

import io.mokuroku.upstream.UpstreamRequest;

/**
 * The questions AnimeSchedule is asked, so that whoever asks one gets the remembered
 * answer of the other.
 */
public final class AnimeScheduleRequests {

	private AnimeScheduleRequests() {
	}

	/** All about an anime, by its route. */
	public static UpstreamRequest show(String route) {
		return UpstreamRequest.get("anime", route, "/anime/" + route);
	}

	/**
	 * What airs in a week.
	 * @param release {@code raw}, {@code sub} or {@code dub}
	 * @param year of the ISO week
	 * @param week the ISO week
	 */
	public static UpstreamRequest timetable(String release, int year, int week) {
		return UpstreamRequest.get("timetable-" + release, year + "-" + week, "/timetables/" + release)
			.query("year", year)
			.query("week", week)
			.query("tz", "UTC");
	}

}

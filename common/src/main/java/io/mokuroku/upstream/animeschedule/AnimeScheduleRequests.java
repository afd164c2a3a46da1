package io.mokuroku.upstream.animeschedule;

import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.UpstreamRequest;

/**
 * The questions AnimeSchedule is asked, so that whoever asks one gets the remembered
 * answer of the other.
 */
public final class AnimeScheduleRequests {

	/** What anime can be searched by. */
	private static final Map<Provider, String> PARAMETERS = Map.of(Provider.MYANIMELIST, "mal-ids", Provider.ANILIST,
			"anilist-ids");

	private AnimeScheduleRequests() {
	}

	/** All about an anime, by its route. */
	public static UpstreamRequest show(String route) {
		return UpstreamRequest.get("anime", route, "/anime/" + route);
	}

	/** The anime that have a page elsewhere; none where nothing can be searched by it. */
	public static Optional<UpstreamRequest> search(SourceLink page) {
		return Optional.ofNullable(PARAMETERS.get(page.provider()))
			.map((parameter) -> UpstreamRequest.get("anime-by-" + parameter, page.externalId(), "/anime")
				.query(parameter, page.externalId()));
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

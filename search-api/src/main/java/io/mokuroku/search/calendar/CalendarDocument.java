package io.mokuroku.search.calendar;

import java.time.Instant;
import java.util.List;

import io.mokuroku.search.answer.Resource;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A calendar as a JSON:API document.
 *
 * @param data what airs, the earliest first; at the end what waits for its date
 * @param meta which span of time it is about
 */
record CalendarDocument(List<Resource<AiringDetails>> data, Meta meta) {

	static CalendarDocument of(ReadCalendar.Found found, Window window) {
		return new CalendarDocument(
				found.slots().stream().map((slot) -> AiringDetails.resource(slot, window.zone())).toList(),
				new Meta(window.from(), window.to(), window.zone().getId(), found.slots().size(), found.cut()));
	}

	/**
	 * Which span of time it is about.
	 *
	 * @param from the first instant
	 * @param to the last, exclusive
	 * @param zone whose clocks tell local times
	 * @param total how many airings there are in it
	 * @param cut whether later ones were left out because there are too many
	 */
	@Schema(name = "CalendarMeta")
	record Meta(Instant from, Instant to, String zone, int total, boolean cut) {
	}

}

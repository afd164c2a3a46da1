package io.mokuroku.search.calendar;

/**
 * What the API has answered, shortened.
 */
final class CalendarExamples {

	static final String WEEK = "{}";

	static final String FEED = "";

	private CalendarExamples() {
	}

}

package io.mokuroku.search.calendar;

/**
 * What the API has answered.
 */
final class CalendarExamples {

	/** To {@code zone=Europe/Berlin} and one anime. */
	static final String WEEK = """
			{"data":[{"type":"airing","id":"5d3e048b-7fda-5087-9585-19d90b4865a0-episode-8",
			"attributes":{"animeId":"5d3e048b-7fda-5087-9585-19d90b4865a0","title":"Hoshi no Tegami","animeType":"TV",
			"type":"raw","episodeFrom":8,"episodeTo":8,"episodes":12,"airAt":"2026-11-28T19:15:00Z",
			"localTime":"2026-11-28T20:15:00+01:00","japaneseDate":"2026-11-29","durationSeconds":1440,
			"state":"announced","confidence":0.85}}],"meta":{"from":"2026-11-26T23:00:00Z",
			"to":"2026-12-03T23:00:00Z","zone":"Europe/Berlin","total":1,"cut":false}}""";

	/** One event of several. */
	static final String FEED = """
			BEGIN:VCALENDAR
			PRODID:-//Mokuroku//Airings//EN
			VERSION:2.0
			CALSCALE:GREGORIAN
			X-WR-CALNAME:Anime airings
			REFRESH-INTERVAL;VALUE=DURATION:PT1H
			X-PUBLISHED-TTL:PT1H
			BEGIN:VEVENT
			UID:5d3e048b-7fda-5087-9585-19d90b4865a0-episode-8@mokuroku
			DTSTAMP:20261122T100000Z
			LAST-MODIFIED:20261122T100000Z
			SEQUENCE:1
			DTSTART:20261128T191500Z
			DTEND:20261128T193900Z
			SUMMARY:Hoshi no Tegami\\, episode 8
			DESCRIPTION:Announced.
			STATUS:CONFIRMED
			TRANSP:TRANSPARENT
			URL:https://myanimelist.net/anime/990001
			END:VEVENT
			END:VCALENDAR""";

	private CalendarExamples() {
	}

}

package io.mokuroku.local.upstream;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AnimeScheduleAnswersTests {

	/** A Saturday in the 47th week. */
	private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

	@TempDir
	Path folder;

	@Test
	void hasATimetableForEveryWeek() {
		try (DemoUpstream upstream = DemoUpstream.open(0, Samples.titles(this.folder), InstantSource.fixed(NOW));
				Answers http = new Answers()) {
			JsonNode rows = http.json(upstream.animeScheduleUrl() + "/timetables/raw", "year", "2026", "week", "47",
					"tz", "UTC");
			assertThat(Answers.texts(rows, "/route")).containsExactly("hoshi-no-tegami", "nagai-hanashi");
			assertThat(rows.at("/0/episodeDate").stringValue()).isEqualTo("2026-11-21T16:30:00Z");
			assertThat(rows.at("/0/episodeNumber").intValue()).isEqualTo(8);
			assertThat(rows.at("/0/websites/mal").stringValue()).isEqualTo("myanimelist.net/anime/990041");
			JsonNode sub = http.json(upstream.animeScheduleUrl() + "/timetables/sub", "year", "2026", "week", "47");
			assertThat(sub.at("/0/episodeDate").stringValue()).isEqualTo("2026-11-21T17:30:00Z");
			assertThat(http.get(upstream.animeScheduleUrl() + "/timetables/raw", "year", "2026").statusCode())
				.isEqualTo(400);
			assertThat(http.json(upstream.animeScheduleUrl() + "/anime", "mal-ids", "990041")
				.at("/anime/0/route")
				.stringValue()).isEqualTo("hoshi-no-tegami");
			assertThat(http.get(upstream.animeScheduleUrl() + "/anime/unheard").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void someInventedTitlesAreLateTheWeekAfterNext() {
		List<SampleTitle> titles = InventedTitles.first(120);
		try (DemoUpstream upstream = DemoUpstream.open(0, titles, InstantSource.fixed(NOW));
				Answers http = new Answers()) {
			JsonNode now = http.json(upstream.animeScheduleUrl() + "/timetables/raw", "year", "2026", "week", "47");
			JsonNode next = http.json(upstream.animeScheduleUrl() + "/timetables/raw", "year", "2026", "week", "49");
			assertThat(Answers.texts(now, "/status")).hasSizeGreaterThan(3).containsOnly("Ongoing");
			assertThat(Answers.texts(next, "/status")).contains("Ongoing", "Delayed");
		}
	}

}

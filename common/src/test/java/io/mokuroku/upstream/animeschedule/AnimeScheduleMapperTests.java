package io.mokuroku.upstream.animeschedule;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.CalendarRow;
import io.mokuroku.upstream.Fixtures;
import io.mokuroku.upstream.NotesOfTests;
import io.mokuroku.upstream.ReleaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnimeScheduleMapperTests {

	private static final SourceLink LINK = SourceLink.ofKey("ANIMESCHEDULE#hoshi-no-tegami");

	private final NotesOfTests heard = new NotesOfTests();

	@Test
	void readsAShow() {
		AnimeFacts facts = show(Fixtures.text("animeschedule/anime.json"));
		assertThat(facts.link()).isEqualTo(LINK);
		assertThat(facts.release().type()).isEqualTo(AnimeType.TV);
		assertThat(facts.airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(facts.airing().year()).isEqualTo(2026);
		assertThat(facts.airing().broadcast())
			.isEqualTo(new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(1, 30), Broadcast.JAPAN));
		assertThat(facts.titles().synonyms()).containsExactly("HoshiTega");
		assertThat(facts.media().picture()).isEqualTo(URI.create("https://img.animeschedule.net/production/assets/"
				+ "public/img/anime/jpg/default/hoshi-no-tegami-0001.jpg"));
		assertThat(facts.media().streaming()).singleElement()
			.satisfies((stream) -> assertThat(stream.address())
				.isEqualTo(URI.create("https://crunchyroll.com/series/EXAMPLE")));
		assertThat(facts.relations().anime()).singleElement().satisfies((relation) -> {
			assertThat(relation.type()).isEqualTo(RelationType.SIDE_STORY);
			assertThat(relation.target()).isEqualTo(SourceLink.ofKey("ANIMESCHEDULE#hoshi-no-tegami-prologue"));
		});
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void findsItsPagesElsewhereAmongItsLinks() {
		assertThat(show(Fixtures.text("animeschedule/anime.json")).sameAs()).containsExactly(
				SourceLink.ofKey("MYANIMELIST#990041"), SourceLink.ofKey("ANIDB#990001"),
				SourceLink.ofKey("ANILIST#990011"), SourceLink.ofKey("KITSU#990031"),
				SourceLink.ofKey("ANIME_PLANET#hoshi-no-tegami"));
	}

	@Test
	void takesTheFirstYearForNoDate() {
		AnimeFacts facts = show(Fixtures.text("animeschedule/anime.json"));
		assertThat(facts.airing().delay()).isNull();
		assertThat(facts.airing().releases()).extracting(AiringFacts.Release::kind)
			.containsExactly(ReleaseKind.RAW, ReleaseKind.SUB);
	}

	@Test
	void takesTrackedRatingForNoRank() {
		AnimeFacts facts = show(Fixtures.text("animeschedule/anime.json"));
		assertThat(facts.statistics().rank()).isNull();
		assertThat(facts.statistics().score()).isEqualTo(7.42);
		assertThat(facts.statistics().scoredBy()).isEqualTo(88);
		assertThat(facts.statistics().members()).isEqualTo(640);
	}

	@Test
	void readsMembersInUpperCase() {
		AnimeFacts facts = show(
				"{'Route': 'hoshi-no-tegami', 'Status': 'Delayed', 'LengthMin': 24}".replace('\'', '"'));
		assertThat(facts.airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(facts.release().durationSeconds()).isEqualTo(1440);
	}

	@Test
	void findsTheCountryInTheType() {
		AnimeFacts facts = show("{'mediaTypes': [{'name': 'ONA (Chinese)'}]}".replace('\'', '"'));
		assertThat(facts.release().type()).isEqualTo(AnimeType.ONA);
		assertThat(facts.release().country()).isEqualTo("CN");
	}

	@Test
	void readsATimetable() {
		assertThat(rows(Fixtures.text("animeschedule/timetable.json"))).singleElement().satisfies((row) -> {
			assertThat(row.anime()).isEqualTo(LINK);
			assertThat(row.release()).isEqualTo(ReleaseKind.RAW);
			assertThat(row.numberFrom()).isEqualTo(8);
			assertThat(row.at()).isEqualTo("2026-11-21T16:30:00Z");
			assertThat(row.durationSeconds()).isEqualTo(1440);
			assertThat(row.delay()).isNull();
		});
	}

	@Test
	void readsSeveralEpisodesAtOnce() {
		CalendarRow row = rows(row("'episodeNumber': 13, 'subtractedEpisodeNumber': 1")).getFirst();
		assertThat(row.numberFrom()).isEqualTo(1);
		assertThat(row.numberTo()).isEqualTo(13);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'airingStatus': 'delayed-air'", "'status': 'Delayed'",
			"'delayedText': 'Postponed Indefinitely'",
			"'delayedFrom': '2026-11-20T00:00:00Z', 'delayedUntil': '2026-11-28T00:00:00Z'" })
	void knowsAnEpisodeInABreak(String members) {
		assertThat(rows(row("'episodeNumber': 8, " + members)).getFirst().delay()).isNotNull();
	}

	@Test
	void leavesOutABreakThatIsOver() {
		assertThat(rows(row(
				"'episodeNumber': 8, 'delayedFrom': '2026-10-01T00:00:00Z', 'delayedUntil': '2026-10-08T00:00:00Z'"))
			.getFirst()
			.delay()).isNull();
	}

	@Test
	void takesABreakOfYearsForOneWithoutEnd() {
		AiringFacts.Delay delay = rows(row("""
				'episodeNumber': 101, 'delayedText': 'Break', 'delayedFrom': '2026-11-14T16:30:00Z',
				'delayedUntil': '2032-01-01T16:30:00Z'""")).getFirst().delay();
		assertThat(delay).isEqualTo(new AiringFacts.Delay(LocalDate.of(2026, 11, 15), null, "Break", true));
	}

	@ParameterizedTest
	@CsvSource({ "2027-01-03, 2026, 53", "2027-01-04, 2027, 1", "2026-11-21, 2026, 47", "2024-12-30, 2025, 1",
			"2021-01-03, 2020, 53", "2021-01-04, 2021, 1", "2028-02-29, 2028, 9", "2026-12-31, 2026, 53",
			"2023-01-01, 2022, 52" })
	void countsWeeksAsIso8601Does(LocalDate day, int year, int week) {
		assertThat(AnimeScheduleTimetable.weeks(day, day)).containsExactly(new AnimeScheduleTimetable.Week(year, week));
	}

	@Test
	void asksForBothWeeksAroundTheirBorder() {
		assertThat(AnimeScheduleTimetable.weeks(LocalDate.of(2027, 1, 3), LocalDate.of(2027, 1, 4)))
			.containsExactly(new AnimeScheduleTimetable.Week(2026, 53), new AnimeScheduleTimetable.Week(2027, 1));
	}

	@Test
	void notesRowsWithoutATimeOrNumber() {
		assertThat(rows("[{'route': 'x'}]".replace('\'', '"'))).isEmpty();
		assertThat(this.heard.notes()).containsExactly("timetable row: x");
	}

	private static String row(String members) {
		return ("[{'route': 'hoshi-no-tegami', 'episodeDate': '2026-11-21T16:30:00Z', " + members + "}]").replace('\'',
				'"');
	}

	private List<CalendarRow> rows(String json) {
		return new AnimeScheduleTimetable(this.heard.asNotes())
			.rows(List.of(Fixtures.read(AnswerForm.jsonInAnyCase(AnimeScheduleRow[].class), json)), ReleaseKind.RAW);
	}

	private AnimeFacts show(String json) {
		return new AnimeScheduleMapper(this.heard.asNotes())
			.facts(Fixtures.read(AnswerForm.jsonInAnyCase(AnimeScheduleShow.class), json), LINK, Instant.EPOCH);
	}

}

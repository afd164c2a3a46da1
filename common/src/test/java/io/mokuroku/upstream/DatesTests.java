package io.mokuroku.upstream;

import java.time.Instant;
import java.time.LocalDate;

import io.mokuroku.catalogue.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTests {

	private final NotesOfTests heard = new NotesOfTests();

	@ParameterizedTest
	@ValueSource(strings = { "2026-10-04", "2026-10-04T00:00:00+00:00", "2026-10-04T00:00:00+09:00",
			"2026-10-04T00:00:00-11:00", "2026-10-04T23:59:00Z" })
	void neverMovesAPrintedDate(String stamp) {
		assertThat(Dates.printed(stamp, this.heard.asNotes())).isEqualTo(LocalDate.of(2026, 10, 4));
		assertThat(this.heard.notes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0202-02-03", "2026-13-01", "soon", "04.10.2026" })
	void notesDatesThatCannotBe(String stamp) {
		assertThat(Dates.printed(stamp, this.heard.asNotes())).isNull();
		assertThat(this.heard.notes()).containsExactly("date: " + stamp);
	}

	@ParameterizedTest
	@CsvSource({ "2026, 2026-01-01, YEAR", "2026-10, 2026-10-01, MONTH", "2026-10-04, 2026-10-04, DAY" })
	void isAsPreciseAsTheTextIsLong(String text, LocalDate date, PartialDate.Precision precision) {
		assertThat(Dates.partial(text, this.heard.asNotes())).isEqualTo(new PartialDate(date, precision));
	}

	@Test
	void takesAYearAloneForAYear() {
		assertThat(Dates.partial(2026, null, null, this.heard.asNotes()))
			.isEqualTo(new PartialDate(LocalDate.of(2026, 1, 1), PartialDate.Precision.YEAR));
		assertThat(Dates.partial(2026, 10, 0, this.heard.asNotes()))
			.isEqualTo(new PartialDate(LocalDate.of(2026, 10, 1), PartialDate.Precision.MONTH));
		assertThat(Dates.partial(null, 10, 4, this.heard.asNotes())).isNull();
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void notesPartsThatMakeNoDate() {
		assertThat(Dates.partial(2026, 2, 30, this.heard.asNotes())).isNull();
		assertThat(Dates.partial("0202-02-03", this.heard.asNotes())).isNull();
		assertThat(this.heard.notes()).containsExactly("date: 2026-2-30", "date: 202-2-3");
	}

	@ParameterizedTest
	@CsvSource({ "1990, 10, 4, 1990-10-04", ", 10, 4, --10-04", "1990, , , 1990", "1990, 10, , 1990-10",
			"1990, , 4, 1990", ", , 4, " })
	void writesBirthdaysAsFarAsTheyAreKnown(Integer year, Integer month, Integer day, String written) {
		assertThat(Dates.birthday(year, month, day)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-21T16:30:00Z, 2026-11-21T16:30:00Z", "2026-11-22T01:30:00.000+09:00, 2026-11-21T16:30:00Z" })
	void readsInstantsWithTheirOffset(String stamp, Instant instant) {
		assertThat(Dates.instant(stamp, this.heard.asNotes())).isEqualTo(instant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0001-01-01T00:00:00Z", "0001-01-01T17:20:00Z" })
	void takesTheFirstYearForNone(String stamp) {
		assertThat(Dates.instant(stamp, this.heard.asNotes())).isNull();
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void readsSecondsAsInstants() {
		assertThat(Dates.instant(1_759_673_760L)).isEqualTo(Instant.parse("2025-10-05T14:16:00Z"));
		assertThat(Dates.instant(0L)).isNull();
	}

}

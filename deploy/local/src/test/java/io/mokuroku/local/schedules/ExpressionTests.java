package io.mokuroku.local.schedules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExpressionTests {

	private static final Instant ANCHOR = Instant.parse("2026-01-01T00:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			at(2026-11-20T13:00:00)  | UTC                 | 2026-11-20T13:00:00Z
			at(2026-11-20T13:00:00)  | Asia/Tokyo          | 2026-11-20T04:00:00Z
			at(2026-06-30T23:59:59)  | America/New_York    | 2026-07-01T03:59:59Z
			at(2028-02-29T12:00:00)  | America/Sao_Paulo   | 2028-02-29T15:00:00Z
			at(2026-03-29T02:30:00)  | Europe/Berlin       | 2026-03-29T01:30:00Z
			at(2026-10-25T02:30:00)  | Europe/Berlin       | 2026-10-25T00:30:00Z
			at(2026-03-08T02:30:00)  | America/New_York    | 2026-03-08T07:30:00Z
			at(2026-11-01T01:30:00)  | America/New_York    | 2026-11-01T05:30:00Z
			at(2018-11-04T00:30:00)  | America/Sao_Paulo   | 2018-11-04T03:30:00Z
			""")
	void oneTimeScheduleRunsOnce(String expression, String zone, Instant expected) {
		Expression at = Expression.parse(expression);
		assertThat(at.next(Instant.EPOCH, ZoneId.of(zone), ANCHOR)).contains(expected);
		assertThat(at.next(expected, ZoneId.of(zone), ANCHOR)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			rate(1 minute)  | 2025-12-31T23:59:59Z | 2026-01-01T00:00:00Z
			rate(1 minute)  | 2026-01-01T00:00:00Z | 2026-01-01T00:01:00Z
			rate(5 minutes) | 2026-01-01T00:07:30Z | 2026-01-01T00:10:00Z
			rate(2 hours)   | 2026-01-01T02:00:00Z | 2026-01-01T04:00:00Z
			rate(1 day)     | 2026-03-28T12:00:00Z | 2026-03-29T00:00:00Z
			rate(5 days)    | 2026-01-01T00:00:01Z | 2026-01-06T00:00:00Z
			""")
	void rateCountsElapsedTimeFromItsAnchor(String expression, Instant after, Instant expected) {
		assertThat(Expression.parse(expression).next(after, ZoneId.of("Europe/Berlin"), ANCHOR)).contains(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cron(0 10 * * ? *)           | 2026-01-01T10:00:00Z | 2026-01-02T10:00:00Z
			cron(15 12 * * ? *)          | 2026-01-01T12:14:59Z | 2026-01-01T12:15:00Z
			cron(0 18 ? * MON-FRI *)     | 2026-11-20T18:00:00Z | 2026-11-23T18:00:00Z
			cron(0 8 1 * ? *)            | 2026-01-31T00:00:00Z | 2026-02-01T08:00:00Z
			cron(0/15 * * * ? *)         | 2026-01-01T10:46:00Z | 2026-01-01T11:00:00Z
			cron(5/20 9-17/4 * * ? *)    | 2026-01-01T13:45:00Z | 2026-01-01T17:05:00Z
			cron(0-15/1 8-8 ? * 2,3 *)   | 2026-11-24T08:15:00Z | 2026-11-30T08:00:00Z
			cron(1-31/30 1-1 ? * 1,7 *)  | 2026-11-22T01:01:00Z | 2026-11-22T01:31:00Z
			cron(*/30 0 ? * sun *)       | 2026-11-22T00:00:00Z | 2026-11-22T00:30:00Z
			cron(0 0 31 * ? *)           | 2026-01-31T00:00:00Z | 2026-03-31T00:00:00Z
			cron(0 0 29 2 ? *)           | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z
			cron(0 0 29 FEB ? 2096/1)    | 2096-02-29T00:00:00Z | 2104-02-29T00:00:00Z
			cron(0 0 L * ? *)            | 2028-02-01T00:00:00Z | 2028-02-29T00:00:00Z
			cron(0 0 L * ? *)            | 2026-02-28T00:00:00Z | 2026-03-31T00:00:00Z
			cron(0 0 LW * ? *)           | 2026-05-01T00:00:00Z | 2026-05-29T00:00:00Z
			cron(0 0 1W * ? *)           | 2026-07-31T12:00:00Z | 2026-08-03T00:00:00Z
			cron(0 0 15W * ? *)          | 2026-08-01T00:00:00Z | 2026-08-14T00:00:00Z
			cron(0 0 15W * ? *)          | 2026-11-01T00:00:00Z | 2026-11-16T00:00:00Z
			cron(0 0 31W * ? *)          | 2026-05-01T00:00:00Z | 2026-05-29T00:00:00Z
			cron(0 0 31W * ? *)          | 2026-05-29T00:00:00Z | 2026-07-31T00:00:00Z
			cron(0 0 1,15W,L 6 ? *)      | 2026-06-01T00:00:00Z | 2026-06-15T00:00:00Z
			cron(0 0 1,15W,L 6 ? *)      | 2026-06-15T00:00:00Z | 2026-06-30T00:00:00Z
			cron(0 0 ? * 3#2 *)          | 2026-11-01T00:00:00Z | 2026-11-10T00:00:00Z
			cron(0 0 ? * TUE#5 *)        | 2026-10-01T00:00:00Z | 2026-12-29T00:00:00Z
			cron(15 10 ? * 6L 2026-2027) | 2026-11-01T00:00:00Z | 2026-11-27T10:15:00Z
			cron(0 0 ? * FRIL *)         | 2026-11-28T00:00:00Z | 2026-12-25T00:00:00Z
			cron(0 0 ? * L *)            | 2026-11-22T00:00:00Z | 2026-11-28T00:00:00Z
			cron(0 0 1 JAN,JUL ? *)      | 2026-01-01T00:00:00Z | 2026-07-01T00:00:00Z
			cron(59 23 31 12 ? 2030)     | 2026-01-01T00:00:00Z | 2030-12-31T23:59:00Z
			""")
	void cronFindsTheNextMinute(String expression, Instant after, Instant expected) {
		assertThat(Expression.parse(expression).next(after, ZoneId.of("UTC"), ANCHOR)).contains(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Europe/Berlin     | cron(30 2 * * ? *)   | 2026-03-28T00:00:00Z | 2026-03-28T01:30:00Z 2026-03-30T00:30:00Z
					Europe/Berlin     | cron(30 2 * * ? *)   | 2026-10-24T00:00:00Z | 2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z
					Europe/Berlin     | cron(0 * * * ? *)    | 2026-03-28T23:30:00Z | 2026-03-29T00:00:00Z 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z
					Europe/Berlin     | cron(0 * * * ? *)    | 2026-10-24T23:30:00Z | 2026-10-25T00:00:00Z 2026-10-25T02:00:00Z 2026-10-25T03:00:00Z
					Europe/Berlin     | cron(0/30 2 * * ? *) | 2026-10-25T01:15:00Z | 2026-10-26T01:00:00Z
					America/New_York  | cron(30 2 * * ? *)   | 2026-03-07T12:00:00Z | 2026-03-09T06:30:00Z
					America/New_York  | cron(30 1 * * ? *)   | 2026-10-31T12:00:00Z | 2026-11-01T05:30:00Z 2026-11-02T06:30:00Z
					America/New_York  | cron(0 9 ? * MON *)  | 2026-03-02T00:00:00Z | 2026-03-02T14:00:00Z 2026-03-09T13:00:00Z
					America/Sao_Paulo | cron(0 0 * * ? *)    | 2018-11-03T00:00:00Z | 2018-11-03T03:00:00Z 2018-11-05T02:00:00Z
					America/Sao_Paulo | cron(30 23 * * ? *)  | 2018-02-17T12:00:00Z | 2018-02-18T01:30:00Z 2018-02-19T02:30:00Z
					America/Sao_Paulo | cron(0 0 * * ? *)    | 2026-11-01T00:00:00Z | 2026-11-01T03:00:00Z 2026-11-02T03:00:00Z
					Asia/Tokyo        | cron(30 1 ? * SUN *) | 2026-11-20T00:00:00Z | 2026-11-21T16:30:00Z 2026-11-28T16:30:00Z
					Asia/Tokyo        | cron(0 0 1 1 ? *)    | 2026-06-01T00:00:00Z | 2026-12-31T15:00:00Z 2027-12-31T15:00:00Z
					Asia/Tokyo        | cron(0 12 L 2 ? *)   | 2027-01-01T00:00:00Z | 2027-02-28T03:00:00Z 2028-02-29T03:00:00Z
					""")
	void cronSkipsGapsAndRunsOnceInOverlaps(String zone, String expression, Instant after, String expected) {
		List<Instant> instants = Arrays.stream(expected.split(" ", -1)).map(Instant::parse).toList();
		assertThat(several(Expression.parse(expression), zone, after, instants.size())).isEqualTo(instants);
	}

	private static List<Instant> several(Expression expression, String zone, Instant after, int count) {
		List<Instant> found = new ArrayList<>();
		Optional<Instant> next = expression.next(after, ZoneId.of(zone), ANCHOR);
		while (next.isPresent() && found.size() < count) {
			found.add(next.get());
			next = expression.next(next.get(), ZoneId.of(zone), ANCHOR);
		}
		return found;
	}

	@Test
	void everyMinuteOfADayWithoutChangesIsMet() {
		assertThat(several(Expression.parse("cron(* * 1 6 ? 2026)"), "Asia/Tokyo", ANCHOR, 2000)).hasSize(1440)
			.doesNotHaveDuplicates()
			.isSorted();
	}

	@Test
	void hoursOfALongDayAreMetOncePerLocalHour() {
		assertThat(several(Expression.parse("cron(0 * 25 10 ? 2026)"), "Europe/Berlin", ANCHOR, 30)).hasSize(24);
		assertThat(several(Expression.parse("cron(0 * 29 3 ? 2026)"), "Europe/Berlin", ANCHOR, 30)).hasSize(23);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cron(0 0 30 2 ? *)", "cron(0 0 31 4,6,9,11 ? *)", "cron(0 0 1 1 ? 2025)",
			"cron(0 0 29 2 ? 2027)" })
	void cronThatNeverComesHasNoNext(String expression) {
		assertThat(Expression.parse(expression).next(ANCHOR, ZoneId.of("UTC"), ANCHOR)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cron(60 0 * * ? *)      | minutes must be between 0 and 59, not 60
			cron(0 24 * * ? *)      | hours must be between 0 and 23, not 24
			cron(0 0 0 * ? *)       | day-of-month must be between 1 and 31, not 0
			cron(0 0 1 13 ? *)      | month must be between 1 and 12, not 13
			cron(0 0 ? * 8 *)       | day-of-week must be between 1 and 7, not 8
			cron(0 0 ? * MOON *)    | day-of-week does not understand 'MOON'
			cron(0 0 1 1 ? 1969)    | year must be between 1970 and 2199, not 1969
			cron(0 0 * * * *)       | exactly one of day-of-month and day-of-week must be ?
			cron(0 0 ? * ? *)       | exactly one of day-of-month and day-of-week must be ?
			cron(0 0 ? * 3#6 *)     | day-of-week after # must be between 1 and 5, not 6
			cron(0 0 ? * 3#1,6#3 *) | day-of-week with # takes a single expression
			cron(30-10 0 * * ? *)   | minutes does not understand '30-10'
			cron(0/0 0 * * ? *)     | minutes does not understand '0/0'
			cron(L 0 * * ? *)       | minutes does not understand 'L'
			cron(0 0 L-3 * ? *)     | day-of-month does not understand 'L'
			cron(, 0 * * ? *)       | minutes does not understand ''
			cron(0 0 * * ?)         | cron takes six fields, not 5
			rate(0 minutes)         | rate takes a positive whole number and minutes, hours or days
			rate(1.5 hours)         | rate takes a positive whole number and minutes, hours or days
			rate(10 weeks)          | rate takes a positive whole number and minutes, hours or days
			at(2026-02-29T00:00:00) | at takes a time that exists in the calendar
			at(2026-11-22 10:00:00) | at takes a time as yyyy-mm-ddThh:mm:ss
			at(2026-11-22T10:00Z)   | at takes a time as yyyy-mm-ddThh:mm:ss
			every(5 minutes)        | it must be at(...), rate(...) or cron(...)
			""")
	void saysWhatIsWrong(String expression, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> Expression.parse(expression)).withMessage(message);
	}

}

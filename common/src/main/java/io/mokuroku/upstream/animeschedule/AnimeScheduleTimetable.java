package io.mokuroku.upstream.animeschedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.CalendarRow;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ReleaseKind;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * Reads timetables. They come by ISO weeks: the first days of January may belong to the
 * last week of the year before.
 */
final class AnimeScheduleTimetable {

	private final Notes notes;

	AnimeScheduleTimetable(Notes notes) {
		this.notes = notes;
	}

	/** The weeks that hold the days from the first to the last, both included. */
	static List<Week> weeks(LocalDate first, LocalDate last) {
		List<Week> weeks = new ArrayList<>();
		for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
			Week week = new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
			if (!weeks.contains(week)) {
				weeks.add(week);
			}
		}
		return weeks;
	}

	/** The rows that tell a time and a number. */
	List<CalendarRow> rows(List<AnimeScheduleRow> rows, ReleaseKind release) {
		return rows.stream().map((row) -> row(row, release)).flatMap(Optional::stream).toList();
	}

	private Optional<CalendarRow> row(AnimeScheduleRow row, ReleaseKind release) {
		String route = Values.text(row.route());
		Instant at = Dates.instant(row.episodeDate(), this.notes);
		Integer last = Values.positive(row.episodeNumber());
		if (route == null || at == null || last == null || last > EpisodeNumber.LAST) {
			this.notes.add("timetable row", String.valueOf(route));
			return Optional.empty();
		}
		Integer first = Values.positive(row.subtractedEpisodeNumber());
		return Optional.of(new CalendarRow(new SourceLink(Provider.ANIMESCHEDULE, route),
				AnimeScheduleWords.sameAs(row.websites()), Values.text(row.title()), kind(row, release),
				(first != null && first <= last) ? first : last, last, at, Values.positive(row.episodes()),
				Values.secondsOf(row.lengthMin()), false, delay(row, at)));
	}

	/** A row tells its own sort where several come together. */
	private ReleaseKind kind(AnimeScheduleRow row, ReleaseKind asked) {
		String type = Values.folded(row.airType());
		return switch (type) {
			case "" -> asked;
			case "raw" -> ReleaseKind.RAW;
			case "sub" -> ReleaseKind.SUB;
			case "dub" -> ReleaseKind.DUB;
			default -> {
				this.notes.add("release", type);
				yield asked;
			}
		};
	}

	/**
	 * An episode is delayed if its row says so, or lies within an announced break. Breaks
	 * that lie elsewhere do not concern it.
	 */
	private AiringFacts.@Nullable Delay delay(AnimeScheduleRow row, Instant at) {
		AiringFacts.Delay told = AnimeScheduleWords.delay(row.delayedFrom(), row.delayedUntil(), row.delayedText(),
				Boolean.TRUE.equals(row.delayedIndefinitely()), this.notes);
		boolean said = Values.text(row.delayedText()) != null || Boolean.TRUE.equals(row.delayedIndefinitely())
				|| "delayed".equals(Values.folded(row.status()))
				|| "delayed-air".equals(Values.folded(row.airingStatus()));
		if (told == null) {
			return said ? new AiringFacts.Delay(null, null, null, false) : null;
		}
		return (said || within(told, LocalDate.ofInstant(at, Broadcast.JAPAN))) ? told : null;
	}

	private static boolean within(AiringFacts.Delay delay, LocalDate day) {
		return delay.from() != null && !day.isBefore(delay.from()) && delay.until() != null
				&& !day.isAfter(delay.until());
	}

	/**
	 * A week of ISO 8601.
	 *
	 * @param year the year it is counted in, which need not be that of its days
	 * @param week from 1 to 53
	 */
	record Week(int year, int week) {
	}

}

package io.mokuroku.local.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Walks the local minutes of a cron expression in order. Reading a repeated minute at its
 * first pass makes instants grow with local time, so the walk may begin at the local
 * minute of the lower bound.
 */
final class CronWalk {

	private static final int LAST_YEAR = 2199;

	private final Expression.Cron cron;

	private final ZoneId zone;

	CronWalk(Expression.Cron cron, ZoneId zone) {
		this.cron = cron;
		this.zone = zone;
	}

	Optional<Instant> next(Instant after) {
		LocalDateTime from = LocalDateTime.ofInstant(after, this.zone).truncatedTo(ChronoUnit.MINUTES);
		YearMonth month = YearMonth.from(from);
		while (month.getYear() <= LAST_YEAR) {
			if (!this.cron.years().allows(month.getYear())) {
				month = YearMonth.of(month.getYear() + 1, 1);
				continue;
			}
			Instant found = this.cron.months().allows(month.getMonthValue()) ? inMonth(month, from, after) : null;
			if (found != null) {
				return Optional.of(found);
			}
			month = month.plusMonths(1);
		}
		return Optional.empty();
	}

	private @Nullable Instant inMonth(YearMonth month, LocalDateTime from, Instant after) {
		BitSet days = this.cron.days().in(month);
		int first = YearMonth.from(from).equals(month) ? from.getDayOfMonth() : 1;
		for (int day = days.nextSetBit(first); day >= 0; day = days.nextSetBit(day + 1)) {
			LocalDate date = month.atDay(day);
			Instant found = onDay(date, date.equals(from.toLocalDate()) ? from : date.atStartOfDay(), after);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private @Nullable Instant onDay(LocalDate date, LocalDateTime from, Instant after) {
		CronField hours = this.cron.hours();
		CronField minutes = this.cron.minutes();
		for (int hour = hours.from(from.getHour()); hour >= 0; hour = hours.from(hour + 1)) {
			int firstMinute = (hour == from.getHour()) ? from.getMinute() : 0;
			for (int minute = minutes.from(firstMinute); minute >= 0; minute = minutes.from(minute + 1)) {
				LocalDateTime local = date.atTime(hour, minute);
				List<ZoneOffset> offsets = this.zone.getRules().getValidOffsets(local);
				if (!offsets.isEmpty() && local.toInstant(offsets.getFirst()).isAfter(after)) {
					return local.toInstant(offsets.getFirst());
				}
			}
		}
		return null;
	}

}

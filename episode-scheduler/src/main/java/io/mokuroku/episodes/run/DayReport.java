package io.mokuroku.episodes.run;

import java.time.LocalDate;
import java.util.Objects;

import io.mokuroku.episodes.plan.PlanReport;

/**
 * What was planned on one day.
 *
 * @param date the day in UTC
 * @param last the last plan of the day
 * @param totals what all plans of the day did
 */
record DayReport(LocalDate date, PlanReport last, Totals totals) {

	DayReport {
		Objects.requireNonNull(date, "date");
		Objects.requireNonNull(last, "last");
		Objects.requireNonNull(totals, "totals");
	}

	/**
	 * Sums over plans.
	 *
	 * @param plans how many plans were made
	 * @param created schedules made
	 * @param moved schedules moved
	 * @param removed schedules cancelled
	 * @param failures changes that failed
	 */
	record Totals(long plans, long created, long moved, long removed, long failures) {

		static Totals of(PlanReport report) {
			PlanReport.Counts counts = report.counts();
			return new Totals(1, counts.created(), counts.moved(), counts.removed(), counts.failures());
		}

	}

}

package io.mokuroku.episodes.run;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.mokuroku.episodes.plan.PlanDay;
import io.mokuroku.episodes.plan.PlanReport;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.ScheduleRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes plans for those who ask and keeps their reports. A dry run leaves no report.
 */
final class RunPlans {

	private static final Logger logger = LoggerFactory.getLogger(RunPlans.class);

	private final PlanDay planDay;

	private final DayReports reports;

	private final InstantSource clock;

	RunPlans(PlanDay planDay, DayReports reports, InstantSource clock) {
		this.planDay = planDay;
		this.reports = reports;
		this.clock = clock;
	}

	/** Plans from now on and reports on today. */
	DayReport run(String cause) {
		return this.reports.add(this.planDay.run(cause, false));
	}

	/** Tells what a plan would do. */
	DayReport dryRun() {
		PlanReport report = this.planDay.run("request", true);
		return new DayReport(LocalDate.ofInstant(report.at(), ZoneOffset.UTC), report, DayReport.Totals.of(report));
	}

	/**
	 * Plans the day a message asks for, if it is today; a day that is over needs no plan.
	 * @throws PermanentFailure with code {@code not_today} if the day lies ahead
	 */
	void handle(ScheduleRequested request) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		if (request.date().isAfter(today)) {
			throw new PermanentFailure("not_today", request.date() + " can be planned when it has come");
		}
		if (request.date().isBefore(today)) {
			logger.info("plan not needed, the day is over date={}", request.date());
			return;
		}
		run("daily");
	}

}

package io.mokuroku.episodes.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

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

	private final Supplier<Integer> refreshCalendar;

	private final Runnable enrichPremieres;

	private final DayReports reports;

	private final PlanMeters meters;

	private final Duration refreshEvery;

	private final InstantSource clock;

	private final AtomicReference<Instant> refreshed = new AtomicReference<>(Instant.MIN);

	/**
	 * Makes plans.
	 * @param refreshCalendar asks calendars and tells how many entries changed
	 * @param enrichPremieres asks for premieres
	 * @param refreshEvery how often calendars are asked
	 */
	RunPlans(PlanDay planDay, Supplier<Integer> refreshCalendar, Runnable enrichPremieres, DayReports reports,
			PlanMeters meters, Duration refreshEvery, InstantSource clock) {
		this.planDay = planDay;
		this.refreshCalendar = refreshCalendar;
		this.enrichPremieres = enrichPremieres;
		this.reports = reports;
		this.meters = meters;
		this.refreshEvery = refreshEvery;
		this.clock = clock;
	}

	/**
	 * Plans from now on and reports on today. Calendars are slow and may be away, so what
	 * the catalogue knows is planned first, and again if they tell something new.
	 * @param cause why
	 * @param refresh whether calendars are asked, however lately they were
	 */
	DayReport run(String cause, boolean refresh) {
		DayReport report = plan(cause);
		if (calendarTellsMore(refresh)) {
			report = plan("calendar");
		}
		this.enrichPremieres.run();
		return report;
	}

	private boolean calendarTellsMore(boolean refresh) {
		Instant now = this.clock.instant();
		Instant before = this.refreshed.get();
		boolean due = refresh || before.isBefore(now.minus(this.refreshEvery));
		if (!due || !this.refreshed.compareAndSet(before, now)) {
			return false;
		}
		try {
			return this.refreshCalendar.get() > 0;
		}
		catch (RuntimeException ex) {
			this.refreshed.compareAndSet(now, before);
			throw ex;
		}
	}

	private DayReport plan(String cause) {
		Instant from = this.clock.instant();
		PlanReport report = this.planDay.run(cause, false);
		this.meters.planned(report, Duration.between(from, this.clock.instant()));
		return this.reports.add(report);
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
		run("daily", true);
	}

}

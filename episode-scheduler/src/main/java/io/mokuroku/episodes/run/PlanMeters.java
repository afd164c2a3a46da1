package io.mokuroku.episodes.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.episodes.plan.PlanReport;

/**
 * Plans as operators watch them: {@code mokuroku.episodes.planned} and
 * {@code mokuroku.episodes.scheduled} differ while an airing has no schedule.
 */
final class PlanMeters {

	static final String PLANNED = "mokuroku.episodes.planned";

	static final String SCHEDULED = "mokuroku.episodes.scheduled";

	static final String CHANGES = "mokuroku.episodes.schedule.changes";

	static final String TIMER = "mokuroku.episodes.plan";

	private final MeterRegistry meters;

	private final AtomicReference<PlanReport.Counts> last = new AtomicReference<>(
			new PlanReport.Counts(0, 0, 0, 0, 0, 0, 0));

	PlanMeters(MeterRegistry meters) {
		this.meters = meters;
		Gauge.builder(PLANNED, () -> this.last.get().planned())
			.description("Episodes of the last plan")
			.register(meters);
		Gauge.builder(SCHEDULED, () -> this.last.get().scheduled())
			.description("Episodes of the last plan whose schedule stands")
			.register(meters);
	}

	/** Counts a plan that was carried out. */
	void planned(PlanReport report, Duration took) {
		PlanReport.Counts counts = report.counts();
		this.last.set(counts);
		this.meters.timer(TIMER, "cause", report.cause()).record(took);
		count("created", counts.created());
		count("moved", counts.moved());
		count("removed", counts.removed());
		count("failed", counts.failures());
	}

	private void count(String change, int times) {
		this.meters.counter(CHANGES, "change", change).increment(times);
	}

}

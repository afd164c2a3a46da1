package io.mokuroku.review.cost;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;

/**
 * Reports on reviews. It reads every review there is, which takes seconds once there are
 * tens of thousands.
 */
public final class ReportReviews {

	private final ReviewTasks tasks;

	private final WaitingReviews waiting;

	private final ReviewBudget budget;

	private final BudgetSettings settings;

	private final InstantSource clock;

	ReportReviews(ReviewTasks tasks, WaitingReviews waiting, ReviewBudget budget, BudgetSettings settings,
			InstantSource clock) {
		this.tasks = tasks;
		this.waiting = waiting;
		this.budget = budget;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Reports on some days.
	 * @param from the first, UTC
	 * @param to the day after the last, UTC
	 */
	public ReviewReport report(LocalDate from, LocalDate to) {
		Instant first = from.atStartOfDay(ZoneOffset.UTC).toInstant();
		Instant end = to.atStartOfDay(ZoneOffset.UTC).toInstant();
		List<ReviewTask> asked = new ArrayList<>();
		for (TaskState state : TaskState.values()) {
			this.tasks.forEach(state, (task) -> {
				if (!task.queuedAt().isBefore(first) && task.queuedAt().isBefore(end)) {
					asked.add(task);
				}
			});
		}
		List<ReviewTask> decided = ReviewReport.decided(asked);
		Map<String, ReviewReport.Cost> costs = new TreeMap<>();
		this.budget.started(from, to)
			.forEach((adapter, started) -> costs.put(adapter,
					new ReviewReport.Cost(started, this.settings.cost(adapter, started))));
		return new ReviewReport(from, to, asked.size(), decided.size(), ReviewReport.reasons(asked),
				ReviewReport.verdicts(decided), ReviewReport.WaitingTime.of(decided),
				ReviewReport.Agreement.of(decided), costs, this.settings.currency(),
				this.budget.left(this.clock.instant()), this.waiting.count());
	}

}

package io.mokuroku.review.cost;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;

/**
 * What operators watch of reviews. Gauges tell what the last look at the database said,
 * and 0 before the first.
 */
final class ReviewMeters {

	static final String STARTED = "mokuroku.reviews.started";

	static final String COST = "mokuroku.reviews.cost";

	static final String WAITING = "mokuroku.reviews.waiting";

	static final String OPEN = "mokuroku.reviews.open";

	static final String LEFT = "mokuroku.reviews.budget.left";

	static final String OLDEST = "mokuroku.reviews.oldest";

	private final MeterRegistry registry;

	private final ReviewTasks tasks;

	private final ReviewBudget budget;

	private final BudgetSettings settings;

	private final InstantSource clock;

	private final AtomicLong waiting = new AtomicLong();

	private final AtomicLong open = new AtomicLong();

	private final AtomicLong today = new AtomicLong();

	private final AtomicLong thisMonth = new AtomicLong();

	private final AtomicLong oldestSeconds = new AtomicLong();

	ReviewMeters(MeterRegistry registry, ReviewTasks tasks, ReviewBudget budget, BudgetSettings settings,
			InstantSource clock) {
		this.registry = registry;
		this.tasks = tasks;
		this.budget = budget;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder(WAITING, this.waiting, AtomicLong::get).register(registry);
		Gauge.builder(OPEN, this.open, AtomicLong::get).register(registry);
		Gauge.builder(LEFT, this.today, AtomicLong::get).tag("period", "day").register(registry);
		Gauge.builder(LEFT, this.thisMonth, AtomicLong::get).tag("period", "month").register(registry);
		Gauge.builder(OLDEST, this.oldestSeconds, AtomicLong::get).baseUnit("seconds").register(registry);
	}

	/** Counts a question people are asked. */
	void started(String adapter) {
		this.registry.counter(STARTED, "adapter", adapter).increment();
		this.registry.counter(COST, "adapter", adapter, "currency", this.settings.currency())
			.increment(this.settings.cost(adapter, 1).doubleValue());
	}

	/**
	 * Looks at the database.
	 * @param waitingNow how many questions wait for budget
	 */
	void look(int waitingNow) {
		Instant now = this.clock.instant();
		ReviewBudget.Left left = this.budget.left(now);
		this.waiting.set(waitingNow);
		this.today.set(left.today());
		this.thisMonth.set(left.thisMonth());
		AtomicLong count = new AtomicLong();
		AtomicLong longest = new AtomicLong();
		this.tasks.forEach(TaskState.OPEN, (task) -> {
			count.incrementAndGet();
			longest.accumulateAndGet(age(task, now), Math::max);
		});
		this.open.set(count.get());
		this.oldestSeconds.set(longest.get());
	}

	private static long age(ReviewTask task, Instant now) {
		return Math.max(0, Duration.between(task.queuedAt(), now).toSeconds());
	}

}

package io.mokuroku.review.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of people in a time, and what came of it. A question belongs to the day
 * it was first asked.
 *
 * @param from the first day, UTC
 * @param to the day after the last, UTC
 * @param asked how many questions people were asked
 * @param decided how many of these they decided
 * @param reasons how many questions had which reason; a question may have several
 * @param verdicts how many were decided which way
 * @param waiting how long decisions took; absent if there were none
 * @param agreement whether people agreed with the machine; absent if no sample was
 * decided
 * @param costs what it cost, by the way people were asked
 * @param currency of the costs
 * @param budget what is left now
 * @param waitingForBudget how many questions wait for budget now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewReport(LocalDate from, LocalDate to, int asked, int decided, Map<String, Integer> reasons,
		Map<Verdict, Integer> verdicts, @Nullable WaitingTime waiting, @Nullable Agreement agreement,
		Map<String, Cost> costs, String currency, ReviewBudget.Left budget, int waitingForBudget) {

	private static final String SAMPLE = "SAMPLE";

	/** How many questions may be asked until midnight, UTC. */
	public int leftToday() {
		return this.budget.today();
	}

	/** How many questions may be asked until the month ends, UTC. */
	public int leftThisMonth() {
		return this.budget.thisMonth();
	}

	/** Counts reasons. */
	static Map<String, Integer> reasons(List<ReviewTask> tasks) {
		Map<String, Integer> reasons = new TreeMap<>();
		tasks.forEach((task) -> task.reasons().forEach((reason) -> reasons.merge(reason, 1, Integer::sum)));
		return reasons;
	}

	/** The decisions of people; what took another question's place is none. */
	static List<ReviewTask> decided(List<ReviewTask> tasks) {
		return tasks.stream().filter((task) -> {
			Decision decision = task.decision();
			return decision != null && decision.verdict() != Verdict.SUPERSEDED;
		}).toList();
	}

	/** Counts verdicts. */
	static Map<Verdict, Integer> verdicts(List<ReviewTask> decided) {
		Map<Verdict, Integer> verdicts = new TreeMap<>();
		decided.forEach((task) -> verdicts.merge(verdict(task), 1, Integer::sum));
		return verdicts;
	}

	private static Verdict verdict(ReviewTask task) {
		return Objects.requireNonNull(task.decision()).verdict();
	}

	/**
	 * How long decisions took.
	 *
	 * @param medianSeconds half of them took no longer
	 * @param p90Seconds nine of ten took no longer
	 */
	public record WaitingTime(long medianSeconds, long p90Seconds) {

		static @Nullable WaitingTime of(List<ReviewTask> decided) {
			List<Duration> waits = decided.stream()
				.map((task) -> Duration.between(task.queuedAt(), Objects.requireNonNull(task.decision()).at()))
				.sorted(Comparator.naturalOrder())
				.toList();
			return waits.isEmpty() ? null : new WaitingTime(quantile(waits, 0.5), quantile(waits, 0.9));
		}

		/** By the nearest rank. */
		private static long quantile(List<Duration> sorted, double share) {
			int rank = (int) Math.ceil(share * sorted.size());
			return sorted.get(Math.max(1, rank) - 1).toSeconds();
		}

	}

	/**
	 * What people said of the entries that machines would have published by themselves
	 * and that were drawn to measure the checks.
	 *
	 * @param sampled how many were decided
	 * @param confirmed how many of these were approved as they were
	 * @param rate confirmed of sampled, from 0 to 1
	 */
	public record Agreement(int sampled, int confirmed, double rate) {

		static @Nullable Agreement of(List<ReviewTask> decided) {
			List<Verdict> verdicts = decided.stream()
				.filter((task) -> task.reasons().contains(SAMPLE))
				.map(ReviewReport::verdict)
				.filter((verdict) -> verdict != Verdict.DEFER)
				.toList();
			int confirmed = (int) verdicts.stream().filter(Verdict.APPROVE::equals).count();
			return verdicts.isEmpty() ? null
					: new Agreement(verdicts.size(), confirmed, (double) confirmed / verdicts.size());
		}

	}

	/**
	 * What one way of asking cost.
	 *
	 * @param tasks how many questions
	 * @param amount in the report's currency
	 */
	public record Cost(int tasks, BigDecimal amount) {

	}

}

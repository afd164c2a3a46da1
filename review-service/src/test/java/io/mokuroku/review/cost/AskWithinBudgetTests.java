package io.mokuroku.review.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.loop.HumanLoops;
import io.mokuroku.review.task.JudgePriorityTests;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static io.mokuroku.review.Reviews.aQuestion;
import static org.assertj.core.api.Assertions.assertThat;

final class AskWithinBudgetTests {

	/** Nobody else counts in this month. */
	private static final Instant MONDAY = Instant.parse("2031-03-03T22:00:00Z");

	private final LocalEngines engines = LocalEngines.start();

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private final AnimeStore store = Stores.on(this.engines, () -> MONDAY).anime();

	private final WaitingReviews waiting = new WaitingReviews(this.engines.dynamo());

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<ReviewRequested> asked = new ArrayList<>();

	private boolean reachable = true;

	private boolean inVain;

	private Instant now = MONDAY;

	@BeforeEach
	@AfterEach
	void forgetEverything() {
		this.waiting.all().forEach((each) -> this.waiting.remove(each.request()));
		for (String period : new String[] { "2031-03", "2031-04", "2031-03-03", "2031-03-04", "2031-04-01" }) {
			this.engines.dynamo()
				.deleteItem((delete) -> delete.tableName("review-budgets")
					.key(Map.of("period", AttributeValue.fromS(period))));
		}
	}

	@Test
	void asksAtOnceWhileThereIsBudget() {
		ReviewRequested question = about(anEntry());
		within(1, 10).ask(question);
		assertThat(this.asked).containsExactly(question);
		assertThat(this.waiting.all()).isEmpty();
		assertThat(this.meters.counter(ReviewMeters.STARTED, "adapter", "portal").count()).isEqualTo(1);
		assertThat(this.meters.counter(ReviewMeters.COST, "adapter", "portal", "currency", "EUR").count())
			.isEqualTo(0.5);
	}

	@Test
	void paysNothingForAQuestionThatNobodyNewIsAsked() {
		this.inVain = true;
		within(1, 10).ask(about(anEntry()));
		assertThat(this.waiting.all()).isEmpty();
		assertThat(budget(1, 10).left(this.now)).isEqualTo(new ReviewBudget.Left(1, 10));
		assertThat(this.meters.find(ReviewMeters.STARTED).counters()).isEmpty();
	}

	@Test
	void countsQuestionsThatAreAskedWhateverIsLeft() {
		budget(1, 10).takeAnyway("a2i", this.now);
		budget(1, 10).takeAnyway("a2i", this.now);
		assertThat(budget(1, 10).left(this.now)).isEqualTo(new ReviewBudget.Left(0, 8));
		assertThat(within(1, 10).release()).isZero();
	}

	@Test
	void letsWhatIsTooMuchWaitAndAsksThePressingFirstDayByDay() {
		ReviewRequested rest = about(anEntry());
		ReviewRequested isNew = about(aDraft());
		ReviewRequested popular = about(JudgePriorityTests.popular(anEntry(), 7));
		ReviewRequested airs = about(anEntry().with((change) -> change.airing = change.airing
			.withNext(new NextEpisode(2, MONDAY.plus(Duration.ofHours(20)), 0.9))));
		List.of(rest, isNew, popular, airs).forEach(within(0, 10)::ask);
		assertThat(this.asked).as("no budget").isEmpty();
		assertThat(within(2, 10).release()).isEqualTo(2);
		assertThat(this.asked).containsExactly(airs, popular);
		assertThat(within(2, 10).release()).as("the day's budget is used up").isEqualTo(2);
		this.now = MONDAY.plus(Duration.ofHours(2));
		assertThat(within(2, 10).release()).isZero();
		assertThat(this.asked).containsExactly(airs, popular, isNew, rest);
	}

	@Test
	void keepsToTheMonthAsToTheDay() {
		within(5, 1).ask(about(anEntry()));
		this.now = MONDAY.plus(Duration.ofDays(1));
		ReviewRequested second = about(anEntry());
		within(5, 1).ask(second);
		assertThat(this.asked).hasSize(1);
		assertThat(budget(5, 1).left(this.now)).isEqualTo(new ReviewBudget.Left(5, 0));
		this.now = Instant.parse("2031-04-01T00:00:00Z");
		assertThat(within(5, 1).release()).isZero();
		assertThat(this.asked).last().isEqualTo(second);
	}

	@Test
	void asksAgainWhatPeopleKnowWhateverTheBudget() {
		AnimeEntry entry = anEntry();
		ReviewRequested question = about(entry);
		this.tasks.save(Reviews.asked(question, MONDAY));
		ReviewRequested again = aQuestion(String.valueOf(question.execution()), "another-token", entry.id());
		within(0, 0).ask(again);
		assertThat(this.asked).containsExactly(again);
	}

	@Test
	void asksTheLatestOfWhatAnExecutionAsked() {
		AnimeEntry entry = anEntry();
		ReviewRequested first = about(entry);
		ReviewRequested overdue = aQuestion(String.valueOf(first.execution()), "another-token", entry.id());
		within(0, 10).ask(first);
		within(0, 10).ask(overdue);
		within(5, 10).release();
		assertThat(this.asked).containsExactly(overdue);
		assertThat(this.waiting.all()).isEmpty();
	}

	@Test
	void losesNothingWherePeopleCannotBeReached() {
		this.reachable = false;
		ReviewRequested question = about(anEntry());
		within(5, 10).ask(question);
		assertThat(this.waiting.all()).hasSize(1);
		assertThat(budget(5, 10).left(this.now)).as("nothing was spent").isEqualTo(new ReviewBudget.Left(5, 10));
		this.reachable = true;
		within(5, 10).release();
		assertThat(this.asked).containsExactly(question);
	}

	@Test
	void countsWhatWasAskedByDayAndAdapter() {
		within(5, 10).ask(about(anEntry()));
		within(5, 10).ask(about(anEntry()));
		LocalDate today = LocalDate.ofInstant(this.now, ZoneOffset.UTC);
		assertThat(budget(5, 10).started(today, today.plusDays(1))).isEqualTo(Map.of("portal", 2));
		assertThat(budget(5, 10).started(today.plusDays(1), today.plusDays(2))).isEmpty();
	}

	@Test
	void tellsTheMetersWhatIsLeft() {
		within(3, 10).ask(about(anEntry()));
		SimpleMeterRegistry own = new SimpleMeterRegistry();
		ReviewMeters told = new ReviewMeters(own, this.tasks, budget(3, 10), settings(3, 10), () -> this.now);
		told.look(4);
		double before = own.get(ReviewMeters.OPEN).gauge().value();
		this.tasks.save(Reviews.asked(about(anEntry()), this.now));
		told.look(4);
		assertThat(own.get(ReviewMeters.OPEN).gauge().value()).isEqualTo(before + 1);
		assertThat(own.get(ReviewMeters.WAITING).gauge().value()).isEqualTo(4);
		assertThat(own.get(ReviewMeters.LEFT).tag("period", "day").gauge().value()).isEqualTo(2);
		assertThat(own.get(ReviewMeters.LEFT).tag("period", "month").gauge().value()).isEqualTo(9);
	}

	private AskWithinBudget within(int perDay, int perMonth) {
		HumanLoops loops = (request) -> {
			if (!this.reachable) {
				throw new RetryableFailure("nobody there", null);
			}
			this.asked.add(request);
			return !this.inVain;
		};
		ReviewBudget budget = budget(perDay, perMonth);
		return new AskWithinBudget(loops, this.tasks, this.waiting, budget,
				new RankWaiting(this.store, Stores.parts(this.engines.dynamo()), new PopularRank(2000)),
				new ReviewMeters(this.meters, this.tasks, budget, settings(perDay, perMonth), () -> this.now),
				() -> this.now);
	}

	private ReviewBudget budget(int perDay, int perMonth) {
		return new ReviewBudget(this.engines.dynamo(), settings(perDay, perMonth));
	}

	private static BudgetSettings settings(int perDay, int perMonth) {
		return new BudgetSettings(perDay, perMonth, 2000, Duration.ofMinutes(1),
				Map.of("portal", new BigDecimal("0.5")), "EUR");
	}

	private ReviewRequested about(AnimeEntry entry) {
		this.store.add(List.of(entry));
		return aQuestion("run-" + UUID.randomUUID(), entry.id());
	}

	private static AnimeEntry aDraft() {
		return Entries.aDraft("Monster", "MYANIMELIST#" + (UUID.randomUUID().hashCode() & 0xFFFFFFF));
	}

	private static AnimeEntry anEntry() {
		return aDraft().with((change) -> change.lifecycle = Lifecycle.ACTIVE);
	}

}

package io.mokuroku.review.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.loop.HumanLoops;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anApproval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which of many questions people are asked, and which of them need no budget.
 */
final class AskInOrderTests {

	/** Nobody else counts in this month. */
	private static final Instant NOW = Instant.parse("2031-06-02T10:00:00Z");

	private final LocalEngines engines = LocalEngines.start();

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private final AnimeStore store = Stores.on(this.engines, () -> NOW).anime();

	private final WaitingReviews waiting = new WaitingReviews(this.engines.dynamo());

	private final List<ReviewRequested> asked = new ArrayList<>();

	private final Set<ReviewRequested> impossible = new HashSet<>();

	private final Set<ReviewRequested> inVain = new HashSet<>();

	private boolean countsItself;

	private Instant now = NOW;

	@BeforeEach
	@AfterEach
	void forgetEverything() {
		this.waiting.all().forEach((each) -> this.waiting.remove(each.request()));
		for (String period : new String[] { "2031-06", "2031-06-02" }) {
			this.engines.dynamo()
				.deleteItem((delete) -> delete.tableName("review-budgets")
					.key(Map.of("period", AttributeValue.fromS(period))));
		}
	}

	@Test
	void replacesAnOpenQuestionAboutTheEntryWhateverTheBudget() {
		AnimeId entry = anEntry();
		people(aQuestion("run-" + UUID.randomUUID(), entry), true);
		ReviewRequested newer = about(entry);
		within(0).ask(newer);
		assertThat(this.asked).containsExactly(newer);
		assertThat(this.waiting.all()).isEmpty();
	}

	@Test
	void letsAQuestionWaitWhereTheLastAboutTheEntryIsDecided() {
		AnimeId entry = anEntry();
		people(aQuestion("run-" + UUID.randomUUID(), entry), false);
		within(0).ask(about(entry));
		assertThat(this.asked).isEmpty();
		assertThat(this.waiting.all()).hasSize(1);
	}

	@Test
	void asksEverythingThatWaitsAboutAnEntryTogether() {
		ReviewRequested first = ask(anEntry());
		ReviewRequested other = ask(anEntry());
		ReviewRequested second = ask(first.animeId());
		assertThat(within(1).release()).as("only the other entry waits").isEqualTo(1);
		assertThat(this.asked).containsExactly(first, second);
		assertThat(this.waiting.all()).extracting(WaitingReviews.Waiting::request).containsExactly(other);
		assertThat(budget(1).left(NOW).today()).isZero();
	}

	@Test
	void spendsOnTheSecondAboutAnEntryWhereNobodyWaitsForTheFirst() {
		ReviewRequested first = ask(anEntry());
		ReviewRequested second = ask(first.animeId());
		this.inVain.add(first);
		assertThat(within(2).release()).isZero();
		assertThat(this.asked).containsExactly(first, second);
		assertThat(budget(2).left(NOW).today()).isEqualTo(1);
	}

	@Test
	void keepsNothingOfWhatItTookWhereLoopsCountThemselves() {
		this.countsItself = true;
		ask(anEntry());
		ReviewRequested second = ask(anEntry());
		budget(5).takeAnyway("portal", NOW);
		assertThat(within(2).release()).as("one was left").isEqualTo(1);
		assertThat(this.waiting.all()).extracting(WaitingReviews.Waiting::request).containsExactly(second);
		assertThat(budget(2).left(NOW).today()).isEqualTo(1);
	}

	@Test
	void spendsNothingOnAQuestionThatReplacesWhatIsOpen() {
		ReviewRequested waits = ask(anEntry());
		people(aQuestion("run-" + UUID.randomUUID(), waits.animeId()), true);
		assertThat(within(1).release()).isZero();
		assertThat(this.asked).containsExactly(waits);
		assertThat(budget(1).left(NOW).today()).isEqualTo(1);
	}

	@Test
	void letsNothingThatCannotBeAskedKeepTheRestFromBeingAsked() {
		ReviewRequested stuck = ask(anEntry());
		ReviewRequested stuckToo = ask(anEntry());
		ReviewRequested fine = ask(anEntry());
		ReviewRequested tooMuch = ask(anEntry());
		this.impossible.addAll(List.of(stuck, stuckToo));
		assertThat(within(1).release()).isEqualTo(3);
		assertThat(this.asked).containsExactly(fine);
		assertThat(this.waiting.all()).extracting(WaitingReviews.Waiting::request)
			.containsExactlyInAnyOrder(stuck, stuckToo, tooMuch);
	}

	@Test
	void asksFirstAboutANewShowWhoseProposalSaysThatItAirs() {
		ask(aDraft().id());
		AnimeEntry draft = aDraft();
		Stores.parts(this.engines.dynamo())
			.putProposal(draft.with((change) -> change.airing = change.airing
				.withNext(new NextEpisode(1, NOW.plus(Duration.ofHours(3)), 0.9))));
		ReviewRequested airs = ask(draft.id());
		within(1).release();
		assertThat(this.asked).containsExactly(airs);
	}

	@Test
	void dropsAnOlderQuestionOfAnExecutionThatComesLate() {
		AnimeId entry = anEntry();
		String run = "run-" + UUID.randomUUID();
		ReviewRequested second = new ReviewRequested("second", run, entry, List.of("OVERDUE"), 0.6, NOW);
		ReviewRequested first = new ReviewRequested("first", run, entry, List.of("SAMPLE"), 0.6, NOW.minusSeconds(1));
		within(0).ask(second);
		within(0).ask(first);
		within(5).release();
		assertThat(this.asked).containsExactly(second);
	}

	@Test
	void keepsAReplacementThatCannotBeAskedYet() {
		AnimeId entry = anEntry();
		people(aQuestion("run-" + UUID.randomUUID(), entry), true);
		ReviewRequested newer = about(entry);
		this.impossible.add(newer);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> within(0).ask(newer));
		this.impossible.clear();
		within(0).ask(newer);
		assertThat(this.asked).containsExactly(newer);
		assertThat(this.waiting.all()).isEmpty();
	}

	/** Lets a question wait, one second after the one before. */
	private ReviewRequested ask(AnimeId entry) {
		ReviewRequested question = about(entry);
		this.now = this.now.plusSeconds(1);
		within(0).ask(question);
		return question;
	}

	private void people(ReviewRequested question, boolean open) {
		ReviewTask task = Reviews.asked(question, NOW);
		this.tasks.save(task);
		this.tasks.putLast(task.animeId(), task.id());
		if (!open) {
			this.tasks.save(task.decided(anApproval()));
		}
	}

	private AskWithinBudget within(int perDay) {
		HumanLoops loops = new HumanLoops() {
			@Override
			public boolean start(ReviewRequested request) {
				if (AskInOrderTests.this.impossible.contains(request)) {
					throw new RetryableFailure("nobody there", null);
				}
				AskInOrderTests.this.asked.add(request);
				return !AskInOrderTests.this.inVain.contains(request);
			}

			@Override
			public boolean countsItself() {
				return AskInOrderTests.this.countsItself;
			}
		};
		return new AskWithinBudget(loops, this.tasks, this.waiting, budget(perDay),
				new RankWaiting(this.store, Stores.parts(this.engines.dynamo()), new PopularRank(2000)),
				new ReviewMeters(new SimpleMeterRegistry(), this.tasks, budget(perDay), settings(perDay),
						() -> this.now),
				() -> this.now);
	}

	private ReviewBudget budget(int perDay) {
		return new ReviewBudget(this.engines.dynamo(), settings(perDay));
	}

	private static BudgetSettings settings(int perDay) {
		return new BudgetSettings(perDay, 100, 2000, Duration.ofMinutes(1), Map.of(), "EUR");
	}

	private static ReviewRequested about(AnimeId entry) {
		return aQuestion("run-" + UUID.randomUUID(), entry);
	}

	private AnimeId anEntry() {
		return add(newDraft().with((change) -> change.lifecycle = Lifecycle.ACTIVE)).id();
	}

	private AnimeEntry aDraft() {
		return add(newDraft());
	}

	private AnimeEntry add(AnimeEntry entry) {
		this.store.add(List.of(entry));
		return entry;
	}

	private static AnimeEntry newDraft() {
		return Entries.aDraft("Monster", "MYANIMELIST#" + (UUID.randomUUID().hashCode() & 0xFFFFFFF));
	}

}

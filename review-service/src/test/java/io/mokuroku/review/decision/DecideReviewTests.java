package io.mokuroku.review.decision;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.review.task.Verdict;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.DECIDED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anOpenTask;
import static org.assertj.core.api.Assertions.assertThat;

final class DecideReviewTests {

	private static final Submission APPROVAL = new Submission(Verdict.APPROVE, null, 1, Edits.NONE);

	private static final Submission REFUSAL = new Submission(Verdict.REJECT, "another season", 1, Edits.NONE);

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private final WorkflowFake workflow = new WorkflowFake();

	private final DecideReview decideReview = deciding(InstantSource.fixed(DECIDED), this.workflow);

	private final ReviewTask open = anOpenTask("run-1");

	@BeforeEach
	void askOneQuestion() {
		LocalEngines.start().reset();
		this.tasks.save(this.open);
	}

	@Test
	void recordsADecisionAndTellsTheWorkflow() {
		ReviewTask task = accepted(this.decideReview.decide(this.open.id(), "ada", REFUSAL));
		assertThat(task.state()).isEqualTo(TaskState.DELIVERED);
		assertThat(this.tasks.find(this.open.id())).hasValue(task);
		assertThat(this.workflow.answers()).containsExactly(
				"token-of-run-1: {\"decision\":\"REJECT\",\"reviewer\":\"ada\",\"note\":\"another season\"}");
	}

	@Test
	void takesTheSameDecisionTwiceForOne() {
		this.decideReview.decide(this.open.id(), "ada", APPROVAL);
		ReviewTask again = accepted(this.decideReview.decide(this.open.id(), "ada", APPROVAL));
		assertThat(again.version()).isEqualTo(3);
		assertThat(this.workflow.answers()).hasSize(1);
	}

	@Test
	void refusesAnotherDecisionOnceOneCounts() {
		ReviewTask first = accepted(this.decideReview.decide(this.open.id(), "ada", APPROVAL));
		assertThat(this.decideReview.decide(this.open.id(), "grace", REFUSAL))
			.isEqualTo(new DecisionOutcome.AlreadyDecided(first));
		assertThat(this.tasks.find(this.open.id())).hasValue(first);
	}

	@Test
	void refusesADecisionOnWhatHasChangedSince() {
		ReviewTask again = this.open.askedAgain(aQuestion("run-1", "second", this.open.animeId()), DECIDED);
		this.tasks.save(again);
		assertThat(this.decideReview.decide(this.open.id(), "ada", APPROVAL))
			.isEqualTo(new DecisionOutcome.Stale(again));
		assertThat(this.workflow.answers()).isEmpty();
	}

	@Test
	void countsTheFirstOfTwoWhoDecideAtOnceAndTellsTheOther() {
		DecideReview slower = deciding(() -> {
			this.decideReview.decide(this.open.id(), "ada", APPROVAL);
			return DECIDED;
		}, this.workflow);
		assertThat(slower.decide(this.open.id(), "grace", REFUSAL)).isInstanceOfSatisfying(
				DecisionOutcome.AlreadyDecided.class, (lost) -> assertThat(lost.task().decision()).isNotNull()
					.returns("ada", (decision) -> decision.reviewer()));
		assertThat(this.workflow.answers()).singleElement().asString().contains("APPROVE");
	}

	@Test
	void takesTheSameDecisionSentTwiceAtOnceForOne() {
		DecideReview twice = deciding(() -> {
			this.decideReview.decide(this.open.id(), "ada", APPROVAL);
			return DECIDED;
		}, this.workflow);
		assertThat(accepted(twice.decide(this.open.id(), "ada", APPROVAL)).state()).isEqualTo(TaskState.DELIVERED);
		assertThat(this.workflow.answers()).hasSize(1);
	}

	@Test
	void callsStaleWhatWasAskedAgainAtTheSameMoment() {
		DecideReview slower = deciding(() -> {
			this.tasks.save(this.open.askedAgain(aQuestion("run-1", "second", this.open.animeId()), DECIDED));
			return DECIDED;
		}, this.workflow);
		assertThat(slower.decide(this.open.id(), "ada", APPROVAL)).isInstanceOfSatisfying(DecisionOutcome.Stale.class,
				(stale) -> assertThat(stale.task().version()).isEqualTo(2));
	}

	@Test
	void keepsADecisionThatCannotBeDeliveredYet() {
		this.workflow.away(true);
		ReviewTask task = accepted(this.decideReview.decide(this.open.id(), "ada", APPROVAL));
		assertThat(task.state()).isEqualTo(TaskState.DECIDED);
		assertThat(this.tasks.find(this.open.id())).hasValue(task);
	}

	@Test
	void keepsADecisionThatTheWorkflowRefuses() {
		DecideReview refused = deciding(InstantSource.fixed(DECIDED), new RefusingWorkflow());
		ReviewTask task = accepted(refused.decide(this.open.id(), "ada", APPROVAL));
		assertThat(task.state()).isEqualTo(TaskState.DECIDED);
	}

	@Test
	void saysWhenNobodyWaitsAnyMore() {
		this.workflow.noLongerWaitsFor("token-of-run-1");
		assertThat(this.decideReview.decide(this.open.id(), "ada", APPROVAL))
			.isInstanceOf(DecisionOutcome.Expired.class);
		assertThat(this.decideReview.decide(this.open.id(), "ada", APPROVAL))
			.isInstanceOf(DecisionOutcome.Expired.class);
		assertThat(this.tasks.find(this.open.id()).orElseThrow().state()).isEqualTo(TaskState.EXPIRED);
	}

	@Test
	void saysWhatIsWrongWithASubmission() {
		Submission silent = new Submission(Verdict.REJECT, " ", 1, Edits.NONE);
		assertThat(this.decideReview.decide(this.open.id(), "ada", silent)).isInstanceOf(DecisionOutcome.Invalid.class);
		assertThat(this.tasks.find(this.open.id())).hasValue(this.open);
	}

	@Test
	void doesNotKnowEveryTask() {
		assertThat(this.decideReview.decide(TaskId.ofExecution("never-asked"), "ada", APPROVAL))
			.isEqualTo(new DecisionOutcome.Unknown());
	}

	private DecideReview deciding(InstantSource clock, WorkflowCallback callback) {
		return new DecideReview(this.tasks,
				new DeliverDecision(this.tasks, new ProposalsFake(), callback, InstantSource.fixed(DECIDED)),
				(id) -> Optional.empty(), clock);
	}

	private static ReviewTask accepted(DecisionOutcome outcome) {
		assertThat(outcome).isInstanceOf(DecisionOutcome.Accepted.class);
		ReviewTask task = ((DecisionOutcome.Accepted) outcome).task();
		Objects.requireNonNull(task.decision());
		return task;
	}

	private static final class RefusingWorkflow implements WorkflowCallback {

		@Override
		public boolean succeed(String taskToken, String outputJson) {
			throw new PermanentFailure("answer_refused", "too long");
		}

		@Override
		public boolean stillWaits(String taskToken) {
			return true;
		}

		@Override
		public boolean fail(String taskToken, String error, String cause) {
			throw new PermanentFailure("answer_refused", "too long");
		}

	}

}

package io.mokuroku.review.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.review.task.Verdict;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.DECIDED;
import static io.mokuroku.review.Reviews.aCorrection;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anOpenTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class DeliverDecisionTests {

	private static final Duration EVERY = Duration.ofSeconds(15);

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private final WorkflowFake workflow = new WorkflowFake();

	private final ProposalsFake proposals = new ProposalsFake();

	private Instant now = DECIDED.plusSeconds(1);

	@BeforeEach
	void forgetTasks() {
		LocalEngines.start().reset();
	}

	@Test
	void tellsTheWorkflowOnce() {
		ReviewTask delivered = delivery().deliver(decided("run-1", anApproval()), false);
		assertThat(delivered.state()).isEqualTo(TaskState.DELIVERED);
		assertThat(delivery().deliver(delivered, true)).isSameAs(delivered);
		assertThat(this.workflow.answers())
			.containsExactly("token-of-run-1: {\"decision\":\"APPROVE\",\"reviewer\":\"ada\"}");
	}

	@Test
	void correctsTheProposalBeforeTheWorkflowGoesOn() {
		AnimeEntry proposal = Entries.aDraft("Monsta", "MYANIMELIST#19");
		this.proposals.put(proposal);
		ReviewTask asked = Reviews.asked(aQuestion("run-1", proposal.id()), ASKED);
		this.tasks.save(asked);
		this.tasks.save(asked.decided(aCorrection("Monster")));
		this.workflow.away(true);
		ReviewTask decided = this.tasks.find(asked.id()).orElseThrow();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> delivery().deliver(decided, false));
		assertThat(title(proposal)).as("it could go on at any moment").isEqualTo("Monster");
		this.workflow.away(false);
		sweepLater();
		assertThat(title(proposal)).isEqualTo("Monster");
		assertThat(this.workflow.answers()).containsExactly("token-of-run-1: {\"decision\":\"APPROVE_WITH_EDITS\","
				+ "\"reviewer\":\"ada\",\"edits\":{\"title\":\"Monster\"}}");
	}

	@Test
	void doesNotCorrectWhatALaterQuestionProposes() {
		AnimeEntry proposal = Entries.aDraft("Monsta", "MYANIMELIST#19");
		this.proposals.put(proposal);
		ReviewTask asked = Reviews.asked(aQuestion("run-1", proposal.id()), ASKED);
		this.tasks.save(asked);
		this.tasks.putLast(proposal.id(), TaskId.ofExecution("run-2"));
		this.tasks.save(asked.decided(aCorrection("Monster")));
		sweepLater();
		assertThat(title(proposal)).isEqualTo("Monsta");
	}

	@Test
	void deliversACorrectionWhoseProposalIsGone() {
		assertThat(delivery().deliver(decided("run-1", aCorrection("Monster")), false).state())
			.isEqualTo(TaskState.DELIVERED);
	}

	@Test
	void endsTheWaitingOfAQuestionThatWasReplaced() {
		decided("run-1", new Decision(Verdict.SUPERSEDED, ReviewTask.SYSTEM, "replaced by x", DECIDED));
		sweepLater();
		assertThat(this.workflow.answers()).containsExactly("token-of-run-1: ReviewSuperseded, replaced by x");
	}

	@Test
	void deliversLaterWhatCouldNotBeDelivered() {
		ReviewTask decided = decided("run-1", anApproval());
		this.workflow.away(true);
		sweepLater();
		assertThat(state(decided)).isEqualTo(TaskState.DECIDED);
		this.workflow.away(false);
		sweepLater();
		assertThat(state(decided)).isEqualTo(TaskState.DELIVERED);
		sweepLater();
		assertThat(this.workflow.answers()).hasSize(1);
	}

	@Test
	void deliversWhatAServiceThatStoppedHadOnlyRecorded() {
		ReviewTask decided = decided("run-1", anApproval());
		sweepLater();
		assertThat(state(decided)).isEqualTo(TaskState.DELIVERED);
	}

	@Test
	void leavesAFreshDecisionToWhoeverTookIt() {
		ReviewTask decided = decided("run-1", anApproval());
		this.now = DECIDED.plus(EVERY).minusMillis(1);
		sweep();
		assertThat(state(decided)).isEqualTo(TaskState.DECIDED);
		this.now = DECIDED.plus(EVERY);
		sweep();
		assertThat(state(decided)).isEqualTo(TaskState.DELIVERED);
	}

	@Test
	void doesNotWaitForEverOnceAnAnswerWasLost() {
		ReviewTask decided = decided("run-1", anApproval());
		this.workflow.loseAnswers(true);
		sweepLater();
		assertThat(state(decided)).isEqualTo(TaskState.DECIDED);
		this.workflow.loseAnswers(false);
		sweepLater();
		ReviewTask task = this.tasks.find(decided.id()).orElseThrow();
		assertThat(task.state()).isEqualTo(TaskState.EXPIRED);
		assertThat(task.last().what()).contains("an earlier attempt may have arrived");
		assertThat(this.workflow.answers()).hasSize(1);
	}

	@Test
	void closesATaskWhoseDecisionIsRefusedForGoodAndSaysWhy() {
		ReviewTask decided = decided("run-1", anApproval());
		ReviewTask behind = decided("run-2", anApproval());
		this.workflow.noLongerWaitsFor("token-of-run-2").refuseAnswers();
		sweepLater();
		ReviewTask closed = this.tasks.find(decided.id()).orElseThrow();
		assertThat(closed.state()).isEqualTo(TaskState.EXPIRED);
		assertThat(closed.decision()).isEqualTo(anApproval());
		assertThat(closed.last().what()).isEqualTo("refused for good: The answer is too long");
		assertThat(this.tasks.audit(closed)).last().isEqualTo(closed.last());
		assertThat(state(behind)).isEqualTo(TaskState.EXPIRED);
		sweepLater();
		assertThat(this.tasks.find(decided.id())).as("is not tried again").hasValue(closed);
	}

	@Test
	void asksAgainWhatWasRefusedForGood() {
		this.workflow.refuseAnswers();
		ReviewTask decided = decided("run-1", anApproval());
		sweepLater();
		ReviewTask again = this.tasks.find(decided.id())
			.orElseThrow()
			.askedAgain(aQuestion("run-1", "second", decided.animeId()), this.now);
		assertThat(again.isOpen()).isTrue();
		assertThat(again.history()).containsExactly(anApproval());
	}

	@Test
	void closesATaskWhoseTokenIsDead() {
		this.workflow.noLongerWaitsFor("token-of-run-1");
		ReviewTask task = delivery().deliver(decided("run-1", anApproval()), false);
		assertThat(task.state()).isEqualTo(TaskState.EXPIRED);
		assertThat(task.decision()).isEqualTo(anApproval());
		assertThat(task.last().what()).isEqualTo("nobody waits for a decision any more");
	}

	@Test
	void oneThatFailsDoesNotKeepTheOthersWaiting() {
		for (int i = 0; i < ReviewTasks.LARGEST_PAGE + 3; i++) {
			decided("run-" + i, anApproval());
		}
		this.workflow.noLongerWaitsFor("token-of-run-7");
		sweepLater();
		assertThat(this.workflow.answers()).hasSize(ReviewTasks.LARGEST_PAGE + 2).doesNotHaveDuplicates();
		assertThat(this.tasks.inState(TaskState.DECIDED, 10, null).tasks()).isEmpty();
	}

	@Test
	void givesWayToWhoeverDeliveredMeanwhile() {
		ReviewTask decided = decided("run-1", anApproval());
		ReviewTask first = delivery().deliver(decided, false);
		ReviewTask second = delivery().deliver(decided, true);
		assertThat(second).isEqualTo(first).returns(TaskState.DELIVERED, ReviewTask::state);
	}

	private ReviewTask decided(String execution, Decision decision) {
		ReviewTask task = anOpenTask(execution);
		this.tasks.save(task);
		ReviewTask decided = task.decided(decision);
		this.tasks.save(decided);
		return decided;
	}

	private DeliverDecision delivery() {
		return new DeliverDecision(this.tasks, this.proposals, this.workflow, clock());
	}

	private void sweepLater() {
		this.now = this.now.plus(EVERY);
		sweep();
	}

	private void sweep() {
		new DeliverySweep(this.tasks, delivery(), clock(), EVERY).sweep();
	}

	private InstantSource clock() {
		return () -> this.now;
	}

	private TaskState state(ReviewTask task) {
		return this.tasks.find(task.id()).orElseThrow().state();
	}

	private String title(AnimeEntry entry) {
		return this.proposals.find(entry.id()).orElseThrow().titles().main();
	}

}

package io.mokuroku.review.loop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.message.ReviewRequested;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.decision.WorkflowFake;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.Priority;
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
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How every way to people keeps questions in order.
 */
abstract class HumanLoopsContract {

	final ReviewTasks tasks = TestTasks.onDynamo();

	final WorkflowFake workflow = new WorkflowFake();

	Instant now = ASKED;

	@SuppressWarnings("NullAway.Init")
	HumanLoops loops;

	/** The adapter in question, on a store. */
	abstract HumanLoops loops(ReviewTasks store, InstantSource clock);

	@BeforeEach
	void forgetTasks() {
		LocalEngines.start().reset();
		this.loops = loops(this.tasks, () -> this.now);
	}

	@Test
	void putsAQuestionIntoTheQueue() {
		ReviewRequested question = aQuestion("run-1", anime(1));
		assertThat(this.loops.start(question)).as("people have one question more").isTrue();
		assertThat(this.loops.start(question)).as("they have it already").isFalse();
		assertThat(this.loops.start(aQuestion("run-1", "another", anime(1)))).as("they are asked again").isFalse();
		forgetTasks();
		this.loops.start(question);
		assertThat(task("run-1")).isEqualTo(Reviews.asked(question, ASKED));
		assertThat(this.tasks.findLast(anime(1))).hasValue(TaskId.ofExecution("run-1"));
	}

	@Test
	void takesTheSameQuestionAskedTwiceForOne() {
		this.loops.start(aQuestion("run-1", anime(1)));
		this.now = DECIDED;
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(task("run-1")).returns(1L, ReviewTask::version).returns(ASKED, ReviewTask::queuedAt);
	}

	@Test
	void doesNotOpenADecidedTaskForAMessageThatComesOnceMore() {
		this.loops.start(aQuestion("run-1", anime(1)));
		ReviewTask delivered = task("run-1").decided(anApproval());
		this.tasks.save(delivered);
		this.tasks.save(delivered.delivered(DECIDED));
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(task("run-1").state()).isEqualTo(TaskState.DELIVERED);
	}

	@Test
	void waitsWithTheNewTokenWhenTheExecutionAsksAgain() {
		this.loops.start(aQuestion("run-1", "first", anime(1)));
		this.loops.start(aQuestion("run-1", "second", anime(1)));
		this.loops.start(aQuestion("run-1", "first", anime(1)));
		assertThat(task("run-1")).returns("second", ReviewTask::taskToken)
			.returns(TaskState.OPEN, ReviewTask::state)
			.returns(2L, ReviewTask::version);
	}

	@Test
	void replacesAnOpenQuestionAboutTheSameEntry() {
		this.loops.start(aQuestion("run-1", anime(1)));
		this.loops.start(aQuestion("other", anime(2)));
		this.loops.start(aQuestion("run-2", anime(1)));
		assertThat(verdict("run-1")).isEqualTo(Verdict.SUPERSEDED);
		assertThat(task("run-1").last().what()).contains(TaskId.ofExecution("run-2").value());
		assertThat(task("run-2").state()).isEqualTo(TaskState.OPEN);
		assertThat(task("other").state()).isEqualTo(TaskState.OPEN);
	}

	@Test
	void leavesADecisionAloneThatWasTakenBeforeTheNextQuestion() {
		this.loops.start(aQuestion("run-1", anime(1)));
		this.tasks.save(task("run-1").decided(anApproval()));
		this.loops.start(aQuestion("run-2", anime(1)));
		assertThat(verdict("run-1")).isEqualTo(Verdict.APPROVE);
		assertThat(task("run-2").state()).isEqualTo(TaskState.OPEN);
	}

	@Test
	void aReplacedQuestionThatIsAskedAgainDoesNotReplaceItsSuccessor() {
		this.loops.start(aQuestion("run-1", "first", anime(1)));
		this.loops.start(aQuestion("run-2", anime(1)));
		this.loops.start(aQuestion("run-1", "second", anime(1)));
		assertThat(task("run-2").state()).isEqualTo(TaskState.OPEN);
		assertThat(this.tasks.findLast(anime(1))).hasValue(TaskId.ofExecution("run-2"));
		assertThat(task("run-1")).returns(TaskState.DECIDED, ReviewTask::state)
			.returns("second", ReviewTask::taskToken);
		assertThat(verdict("run-1")).isEqualTo(Verdict.SUPERSEDED);
	}

	@Test
	void goesOnWhereItStoppedHalfway() {
		this.loops.start(aQuestion("run-1", anime(1)));
		this.tasks.putLast(anime(1), TaskId.ofExecution("run-2"));
		this.loops.start(aQuestion("run-2", anime(1)));
		assertThat(task("run-2").state()).isEqualTo(TaskState.OPEN);
	}

	@Test
	void leavesADecisionAloneThatIsTakenAtTheSameMoment() {
		this.loops.start(aQuestion("run-1", "first", anime(1)));
		HumanLoops slower = loops(this.tasks, overtakenBy(task("run-1").decided(anApproval())));
		ReviewRequested again = aQuestion("run-2", anime(1));
		slower.start(again);
		assertThat(verdict("run-1")).as("it was decided in time").isEqualTo(Verdict.APPROVE);
	}

	@Test
	void sendsTheQuestionBackWhileTheDatabaseIsAway() {
		HumanLoops away = loops(TestTasks.unreachable(), InstantSource.fixed(ASKED));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> away.start(aQuestion("run-1", anime(1))));
	}

	@Test
	void doesNotAskForAnExecutionThatIsDead() {
		this.loops.start(aQuestion("run-2", anime(1)));
		this.workflow.noLongerWaitsFor("token-of-run-1").noLongerWaitsFor("third");
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(this.tasks.find(TaskId.ofExecution("run-1"))).isEmpty();
		this.loops.start(aQuestion("run-2", "third", anime(1)));
		assertThat(task("run-2")).returns("token-of-run-2", ReviewTask::taskToken)
			.returns(TaskState.OPEN, ReviewTask::state);
	}

	@Test
	void doesNotWaitWithAnOlderTokenThatComesLate() {
		this.loops.start(asked("run-1", "second", DECIDED));
		this.loops.start(asked("run-1", "first", ASKED));
		assertThat(task("run-1")).returns("second", ReviewTask::taskToken).returns(1L, ReviewTask::version);
		this.loops.start(asked("run-1", "third", DECIDED.plusSeconds(1)));
		assertThat(task("run-1").taskToken()).isEqualTo("third");
	}

	@Test
	void givesWayToAQuestionThatIsNewerAlthoughItCameEarlier() {
		this.loops.start(asked("run-2", "two", DECIDED));
		this.loops.start(asked("run-1", "one", ASKED));
		assertThat(task("run-2").state()).isEqualTo(TaskState.OPEN);
		assertThat(verdict("run-1")).isEqualTo(Verdict.SUPERSEDED);
		assertThat(this.tasks.findLast(anime(1))).hasValue(TaskId.ofExecution("run-2"));
	}

	@Test
	void raisesWhatNobodyDecidedInTimeAndLetsASuccessorInheritIt() {
		this.loops.start(aQuestion("run-1", anime(1)));
		this.loops.start(new ReviewRequested("second", "run-1", anime(1), List.of("OVERDUE", "SAMPLE"), 0.6));
		assertThat(task("run-1")).returns(1, ReviewTask::escalations)
			.returns(Priority.NORMAL, ReviewTask::priority)
			.returns(TaskState.OPEN, ReviewTask::state);
		this.now = DECIDED;
		this.loops.start(aQuestion("run-2", anime(1)));
		assertThat(task("run-2")).returns(1, ReviewTask::escalations)
			.returns(Priority.NORMAL, ReviewTask::priority)
			.returns(ASKED, ReviewTask::queuedAt);
	}

	@Test
	void sendsTheQuestionBackWhileTheWorkflowIsAway() {
		this.workflow.away(true);
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.loops.start(aQuestion("run-1", anime(1))));
		assertThat(this.tasks.find(TaskId.ofExecution("run-1"))).isEmpty();
	}

	final PortalHumanLoops portal(ReviewTasks store, InstantSource clock) {
		return new PortalHumanLoops(store,
				new Subjects((id) -> Optional.empty(), (id) -> Optional.empty(), new PopularRank(0)), this.workflow,
				clock);
	}

	private static ReviewRequested asked(String execution, String token, Instant since) {
		return new ReviewRequested(token, execution, anime(1), List.of("SAMPLE"), 0.6, since);
	}

	private InstantSource overtakenBy(ReviewTask faster) {
		return () -> {
			this.tasks.save(faster);
			return DECIDED;
		};
	}

	final ReviewTask task(String execution) {
		return this.tasks.find(TaskId.ofExecution(execution)).orElseThrow();
	}

	final Verdict verdict(String execution) {
		return Objects.requireNonNull(task(execution).decision()).verdict();
	}

}

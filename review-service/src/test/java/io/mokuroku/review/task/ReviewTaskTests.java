package io.mokuroku.review.task;

import java.time.Instant;
import java.util.List;

import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.Reviews;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.DECIDED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.aRefusal;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anOpenTask;
import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class ReviewTaskTests {

	private static final Instant LATER = DECIDED.plusSeconds(60);

	private final ReviewTask open = anOpenTask("run-1");

	@Test
	void beginsOpenAtTheFirstVersion() {
		ReviewRequested question = aQuestion("run-1", anime(1535));
		ReviewTask task = Reviews.asked(question, ASKED);
		assertThat(task).returns(TaskState.OPEN, ReviewTask::state)
			.returns(1L, ReviewTask::version)
			.returns(TaskId.ofExecution("run-1"), ReviewTask::id)
			.returns(ASKED, ReviewTask::queuedAt)
			.returns(question.reasons(), ReviewTask::reasons)
			.returns(null, ReviewTask::decision);
		assertThat(task.last()).isEqualTo(new AuditLine(ASKED, ReviewTask.SYSTEM, "asked by run-1"));
	}

	@Test
	void countsAndRecordsEveryStep() {
		ReviewTask decided = this.open.decided(aRefusal("wrong season"));
		ReviewTask delivered = decided.delivered(LATER);
		assertThat(List.of(decided.state(), delivered.state())).containsExactly(TaskState.DECIDED, TaskState.DELIVERED);
		assertThat(List.of(decided.version(), delivered.version())).containsExactly(2L, 3L);
		assertThat(delivered.decision()).isEqualTo(aRefusal("wrong season"));
		assertThat(decided.last())
			.isEqualTo(new AuditLine(DECIDED, "ada", "REJECT: wrong season", aRefusal("wrong season")));
		assertThat(delivered.last()).isEqualTo(new AuditLine(LATER, ReviewTask.SYSTEM, "delivered"));
	}

	@Test
	void keepsTheDecisionWhenNobodyWaitsForItAnyMore() {
		ReviewTask expired = this.open.decided(anApproval()).expired(LATER, "too late");
		assertThat(expired.state()).isEqualTo(TaskState.EXPIRED);
		assertThat(expired.decision()).isEqualTo(anApproval());
		assertThat(expired.last().what()).isEqualTo("too late");
	}

	@Test
	void isOpenAgainWhenTheExecutionAsksAgain() {
		ReviewTask again = this.open.decided(anApproval())
			.delivered(LATER)
			.askedAgain(aQuestion("run-1", "second", this.open.animeId()), LATER);
		assertThat(again).returns(TaskState.OPEN, ReviewTask::state)
			.returns(null, ReviewTask::decision)
			.returns("second", ReviewTask::taskToken)
			.returns(ASKED, ReviewTask::queuedAt)
			.returns(4L, ReviewTask::version);
	}

	@Test
	void deliversADecisionThatStayedBehindToTheNewQuestion() {
		ReviewTask again = this.open.decided(anApproval())
			.askedAgain(aQuestion("run-1", "second", this.open.animeId()), LATER);
		assertThat(again.state()).isEqualTo(TaskState.DECIDED);
		assertThat(again.decision()).isEqualTo(anApproval());
		assertThat(again.taskToken()).isEqualTo("second");
	}

	@Test
	void knowsTheTokensItWasAskedWithAndNoOther() {
		ReviewTask again = this.open.askedAgain(aQuestion("run-1", "second", this.open.animeId()), LATER);
		assertThat(again.knows("second")).isTrue();
		assertThat(again.knows("token-of-run-1")).isTrue();
		assertThat(again.knows("third")).isFalse();
	}

	@Test
	void cannotBeDecidedWithoutADecision() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.open.delivered(LATER));
	}

	@Test
	void twoDecisionsSayTheSameWhoeverTookThem() {
		Decision later = new Decision(Verdict.APPROVE, "grace", null, LATER);
		assertThat(anApproval().saysTheSameAs(later)).isTrue();
		assertThat(anApproval().saysTheSameAs(aRefusal("no"))).isFalse();
		assertThat(aRefusal("no").saysTheSameAs(aRefusal("never"))).isFalse();
	}

}

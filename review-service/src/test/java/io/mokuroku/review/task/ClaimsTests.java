package io.mokuroku.review.task;

import java.time.Duration;
import java.time.Instant;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.review.Reviews;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;

final class ClaimsTests {

	private static final Duration LASTING = Duration.ofMinutes(30);

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private Instant now = ASKED;

	private final Claims claims = new Claims(this.tasks, () -> this.now, LASTING);

	private final ReviewTask task = ReviewTask.asked(aQuestion("run-1", anime(1)),
			new Subject("Monster", AnimeType.TV, Priority.HIGH), ASKED);

	private final ReviewTask other = Reviews.asked(aQuestion("run-2", anime(2)), ASKED);

	@BeforeEach
	void twoTasks() {
		LocalEngines.start().reset();
		this.tasks.save(this.other);
		this.tasks.save(this.task);
	}

	@Test
	void keepsOthersAwayUntilItEndsByItself() {
		assertThat(this.claims.claim(this.task.id(), "ada")).isInstanceOf(ClaimOutcome.Claimed.class);
		assertThat(this.claims.claim(this.task.id(), "grace")).isInstanceOf(ClaimOutcome.HeldByAnother.class);
		this.now = ASKED.plus(LASTING);
		assertThat(this.claims.claim(this.task.id(), "grace")).isInstanceOf(ClaimOutcome.Claimed.class);
	}

	@Test
	void leavesTheVersionThatReviewersDecideOn() {
		this.claims.claim(this.task.id(), "ada");
		assertThat(stored().version()).isEqualTo(1);
		assertThat(this.tasks.audit(stored())).extracting(AuditLine::who).containsExactly(ReviewTask.SYSTEM, "ada");
	}

	@Test
	void isGivenBackByWhoeverHoldsItAlone() {
		this.claims.claim(this.task.id(), "ada");
		assertThat(this.claims.release(this.task.id(), "grace")).isFalse();
		assertThat(this.claims.release(this.task.id(), "ada")).isTrue();
		assertThat(this.claims.claim(this.task.id(), "grace")).isInstanceOf(ClaimOutcome.Claimed.class);
	}

	@Test
	void givesBackAllOfOneReviewer() {
		this.claims.claim(this.task.id(), "ada");
		this.claims.claim(this.other.id(), "ada");
		assertThat(this.claims.releaseAllOf("grace")).isZero();
		assertThat(this.claims.releaseAllOf("ada")).isEqualTo(2);
		assertThat(stored().claim()).isNull();
	}

	@Test
	void takesNoTaskThatIsDecidedOrUnknown() {
		this.tasks.save(this.task.decided(anApproval()));
		assertThat(this.claims.claim(this.task.id(), "ada")).isInstanceOf(ClaimOutcome.NotOpen.class);
		assertThat(this.claims.claim(TaskId.ofExecution("never"), "ada")).isEqualTo(new ClaimOutcome.Unknown());
	}

	@Test
	void findsTasksByWhatReviewersLookFor() {
		this.claims.claim(this.task.id(), "ada");
		assertThat(found("CORE_CONFLICT", null, null, null, null)).isEqualTo(2);
		assertThat(found("SAMPLE", null, null, null, null)).isZero();
		assertThat(found(null, Priority.HIGH, null, null, null)).isOne();
		assertThat(found(null, null, "ada", null, null)).isOne();
		assertThat(found(null, null, TaskFilter.NOBODY, null, null)).isOne();
		assertThat(found(null, null, null, AnimeType.TV, null)).isOne();
		assertThat(found(null, null, null, null, "MONST")).isOne();
		this.now = ASKED.plus(LASTING);
		assertThat(found(null, null, TaskFilter.NOBODY, null, null)).isEqualTo(2);
	}

	@Test
	void showsThePressingFirst() {
		assertThat(this.tasks.inState(TaskState.OPEN, 10, null).tasks()).containsExactly(this.task, this.other);
	}

	private int found(@Nullable String reason, @Nullable Priority priority, @Nullable String claimedBy,
			@Nullable AnimeType type, @Nullable String text) {
		TaskFilter filter = new TaskFilter(TaskState.OPEN, reason, priority, claimedBy, type, text);
		return this.tasks.page(filter, this.now, 10, null).tasks().size();
	}

	private ReviewTask stored() {
		return this.tasks.find(this.task.id()).orElseThrow();
	}

}

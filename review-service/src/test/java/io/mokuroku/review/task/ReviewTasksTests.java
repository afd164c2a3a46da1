package io.mokuroku.review.task;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.Reviews;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.DECIDED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.aRefusal;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anOpenTask;
import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class ReviewTasksTests {

	private final ReviewTasks tasks = TestTasks.onDynamo();

	@BeforeEach
	void forgetTasks() {
		LocalEngines.start().reset();
	}

	@Test
	void findsATaskAsItWasSaved() {
		ReviewTask task = anOpenTask("run-1");
		assertThat(this.tasks.find(task.id())).isEmpty();
		assertThat(this.tasks.save(task)).isTrue();
		assertThat(this.tasks.find(task.id())).hasValue(task);
		ReviewTask decided = task.decided(aRefusal("„no” <b>\n第２話")).expired(DECIDED, "late");
		assertThat(this.tasks.save(task.decided(aRefusal("„no” <b>\n第２話")))).isTrue();
		assertThat(this.tasks.save(decided)).isTrue();
		assertThat(this.tasks.find(task.id())).hasValue(decided);
	}

	@Test
	void takesTheFirstVersionOfATaskOnce() {
		ReviewTask task = anOpenTask("run-1");
		assertThat(this.tasks.save(task)).isTrue();
		assertThat(this.tasks.save(Reviews.asked(aQuestion("run-1", "other", anime(2)), DECIDED))).isFalse();
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void writesOverNoVersionButTheOneBefore() {
		ReviewTask task = anOpenTask("run-1");
		ReviewTask decided = task.decided(anApproval());
		assertThat(this.tasks.save(decided)).as("nothing is there yet").isFalse();
		this.tasks.save(task);
		assertThat(this.tasks.save(decided.delivered(DECIDED))).as("a version is missing").isFalse();
		assertThat(this.tasks.save(decided)).isTrue();
		assertThat(this.tasks.save(task.decided(aRefusal("too late")))).as("somebody was first").isFalse();
		assertThat(this.tasks.find(task.id())).hasValue(decided);
	}

	@Test
	void refusesForGoodWhatIsTooLong() {
		ReviewTask task = anOpenTask("run-1");
		this.tasks.save(task);
		ReviewTask tooLong = task.decided(aRefusal("x".repeat(410_000)));
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.tasks.save(tooLong))
			.withMessageContaining("reviews " + task.id())
			.returns("item_refused", PermanentFailure::code);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void letsOneOfManyDecidersWin() throws Exception {
		ReviewTask open = anOpenTask("run-1");
		this.tasks.save(open);
		List<Callable<Boolean>> deciders = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			ReviewTask mine = open.decided(aRefusal("reason " + i));
			deciders.add(() -> this.tasks.save(mine));
		}
		List<Integer> winners = new ArrayList<>();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Boolean>> answers = executor.invokeAll(deciders);
			for (int i = 0; i < answers.size(); i++) {
				if (answers.get(i).get()) {
					winners.add(i);
				}
			}
		}
		assertThat(winners).hasSize(1);
		ReviewTask stored = this.tasks.find(open.id()).orElseThrow();
		assertThat(stored.version()).isEqualTo(2);
		assertThat(Objects.requireNonNull(stored.decision()).note()).isEqualTo("reason " + winners.getFirst());
	}

	@Test
	void neverLosesALineOfTheAuditTrail() {
		ReviewTask task = anOpenTask("run-1");
		List<ReviewTask> steps = List.of(task, task.decided(anApproval()),
				task.decided(anApproval()).delivered(DECIDED));
		List<AuditLine> before = List.of();
		for (ReviewTask step : steps) {
			assertThat(this.tasks.save(step)).isTrue();
			List<AuditLine> now = this.tasks.audit(task);
			assertThat(now).hasSize(before.size() + 1);
			assertThat(now.subList(0, before.size())).isEqualTo(before);
			before = now;
		}
	}

	@Test
	void pagesThroughAStateTheLongestWaitingFirst() {
		for (int i : new int[] { 3, 0, 4, 1, 2 }) {
			this.tasks.save(Reviews.asked(aQuestion("run-" + i, anime(1 + i)), ASKED.plusMillis(i)));
		}
		ReviewTask decided = anOpenTask("decided");
		this.tasks.save(decided);
		this.tasks.save(decided.decided(anApproval()));
		this.tasks.putLast(anime(1), decided.id());
		List<String> seen = new ArrayList<>();
		String from = null;
		do {
			TaskPage page = this.tasks.inState(TaskState.OPEN, 2, from);
			assertThat(page.tasks()).hasSizeLessThanOrEqualTo(2);
			page.tasks().forEach((task) -> seen.add(task.execution()));
			from = page.next();
		}
		while (from != null);
		assertThat(seen).containsExactly("run-0", "run-1", "run-2", "run-3", "run-4");
		assertThat(this.tasks.inState(TaskState.DECIDED, 2, null).tasks()).singleElement()
			.returns("decided", ReviewTask::execution);
		assertThat(this.tasks.inState(TaskState.EXPIRED, 2, null).tasks()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "not base64!", "ä" })
	void refusesAPositionThatNoPageGave(String position) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.tasks.inState(TaskState.OPEN, 2, position));
		String encoded = Base64.getUrlEncoder().encodeToString(position.getBytes(StandardCharsets.UTF_8));
		assertThatIllegalArgumentException().isThrownBy(() -> this.tasks.inState(TaskState.OPEN, 2, encoded));
	}

	@Test
	void remembersWhichTaskWasLastAskedAboutAnEntry() {
		assertThat(this.tasks.findLast(anime(1))).isEmpty();
		this.tasks.putLast(anime(1), TaskId.ofExecution("run-1"));
		this.tasks.putLast(anime(1), TaskId.ofExecution("run-2"));
		assertThat(this.tasks.findLast(anime(1))).hasValue(TaskId.ofExecution("run-2"));
		assertThat(this.tasks.findLast(anime(2))).isEmpty();
	}

	@Test
	void saysThatTryingAgainHelpsWhenTheDatabaseIsAway() {
		ReviewTasks away = TestTasks.unreachable();
		TaskId id = TaskId.ofExecution("run-1");
		List<Runnable> calls = List.of(() -> away.find(id), () -> away.findLast(Reviews.anime(1)),
				() -> away.putLast(Reviews.anime(1), id), () -> away.save(anOpenTask("run-1")),
				() -> away.inState(TaskState.OPEN, 1, null));
		calls.forEach((call) -> assertThatExceptionOfType(RetryableFailure.class).isThrownBy(call::run));
	}

}

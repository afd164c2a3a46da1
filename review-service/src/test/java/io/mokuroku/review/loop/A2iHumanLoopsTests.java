package io.mokuroku.review.loop;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class A2iHumanLoopsTests extends HumanLoopsContract {

	private static final A2iFake A2I = A2iFake.start();

	private final List<String> paid = new ArrayList<>();

	private final PagesFake pages = new PagesFake();

	@AfterAll
	static void stop() {
		A2I.close();
	}

	@BeforeEach
	void forgetLoops() {
		A2I.forgetAll();
	}

	@Override
	HumanLoops loops(ReviewTasks store, InstantSource clock) {
		return new A2iHumanLoops(portal(store, clock), store,
				new AskWorkers(store, A2I.runtime(), this.pages, this.paid::add, 2, clock));
	}

	@Test
	void isCalledAsBudgetsCallIt() {
		assertThat(this.loops.adapter()).isEqualTo("a2i");
	}

	@Test
	void startsOneLoopForAQuestionHoweverOftenItComes() {
		this.loops.start(aQuestion("run-1", anime(1)));
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(A2I.statuses()).containsExactly(Map.entry(loop("run-1", 1).toString(), "InProgress"));
		assertThat(loop("run-1", 1).toString()).hasSizeLessThanOrEqualTo(63);
		assertThat(new LoopName(TaskId.ofExecution("run-1"), 999_999_999_999_999_999L, 9).toString())
			.hasSizeLessThanOrEqualTo(63);
		JsonNode input = A2I.input(loop("run-1", 1));
		assertThat(input.path("animeId").asString()).isEqualTo(anime(1).toString());
		assertThat(input.path("taskId").asString()).isEqualTo(TaskId.ofExecution("run-1").value());
		assertThat(input.path("version").asInt()).isEqualTo(1);
	}

	@Test
	void paysForEveryLoopThatBeginsWhateverItIsFor() {
		A2I.refuse(new A2iFake.Refusal(429, "ThrottlingException"));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.loops.start(aQuestion("run-1", "first", anime(1))));
		assertThat(this.paid).isEmpty();
		A2I.refuse(null);
		this.loops.start(aQuestion("run-1", "first", anime(1)));
		this.loops.start(aQuestion("run-1", "first", anime(1)));
		assertThat(this.paid).as("asked late, and once").hasSize(1);
		this.loops.start(aQuestion("run-1", "second", anime(1)));
		assertThat(this.paid).as("asked anew").hasSize(2);
		this.loops.start(aQuestion("run-2", anime(1)));
		assertThat(this.paid).as("in place of another").containsExactly("a2i", "a2i", "a2i");
		assertThat(this.loops.countsItself()).isTrue();
	}

	@Test
	void leavesThePartsOutThatA2iWouldRefuse() {
		this.pages.partsOf(3_145_000);
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(A2I.input(loop("run-1", 1)).has("tabs")).isTrue();
		this.pages.partsOf(3_145_728);
		this.loops.start(aQuestion("run-2", anime(2)));
		assertThat(A2I.input(loop("run-2", 1)).has("tabs")).isFalse();
	}

	@Test
	void stopsTheLoopOfAQuestionThatAnotherReplaces() {
		this.loops.start(aQuestion("run-1", anime(1)));
		this.loops.start(aQuestion("run-2", anime(1)));
		assertThat(A2I.statuses()).containsExactly(Map.entry(loop("run-1", 1).toString(), "Stopped"),
				Map.entry(loop("run-2", 1).toString(), "InProgress"));
	}

	@Test
	void showsAQuestionAnewThatIsAskedDifferently() {
		this.loops.start(aQuestion("run-1", "first", anime(1)));
		this.loops.start(aQuestion("run-1", "second", anime(1)));
		assertThat(A2I.statuses()).containsExactly(Map.entry(loop("run-1", 1).toString(), "Stopped"),
				Map.entry(loop("run-1", 2).toString(), "InProgress"));
	}

	@Test
	void doesNotAskWorkersWhatIsDecided() {
		this.loops.start(aQuestion("run-1", anime(1)));
		A2I.forgetAll();
		this.tasks.save(task("run-1").decided(anApproval()));
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(A2I.statuses()).isEmpty();
	}

	@Test
	void asksALeadWhatA2iRefuses() {
		A2I.refuse(new A2iFake.Refusal(400, "ValidationException"));
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(task("run-1")).returns(TaskState.OPEN, ReviewTask::state)
			.returns(List.of("NO_USABLE_ANSWER", "CORE_CONFLICT", "LOW_CONFIDENCE"), ReviewTask::reasons);
		A2I.refuse(null);
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(A2I.statuses()).isEmpty();
	}

	@Test
	void sendsTheQuestionBackWhileA2iIsBusyAndAsksOnceItIsNot() {
		for (A2iFake.Refusal busy : List.of(new A2iFake.Refusal(429, "ThrottlingException"),
				new A2iFake.Refusal(400, "ServiceQuotaExceededException"),
				new A2iFake.Refusal(500, "InternalServerException"))) {
			A2I.refuse(busy);
			assertThatExceptionOfType(RetryableFailure.class).as(busy.type())
				.isThrownBy(() -> this.loops.start(aQuestion("run-1", anime(1))));
		}
		A2I.refuse(null);
		this.loops.start(aQuestion("run-1", anime(1)));
		assertThat(A2I.statuses()).hasSize(1);
	}

	private static LoopName loop(String execution, long version) {
		return new LoopName(TaskId.ofExecution(execution), version, 1);
	}

}

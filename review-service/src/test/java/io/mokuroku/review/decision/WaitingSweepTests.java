package io.mokuroku.review.decision;

import java.time.InstantSource;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.DECIDED;
import static io.mokuroku.review.Reviews.anOpenTask;
import static org.assertj.core.api.Assertions.assertThat;

final class WaitingSweepTests {

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private final WorkflowFake workflow = new WorkflowFake();

	private final WaitingSweep sweep = new WaitingSweep(this.tasks, this.workflow, InstantSource.fixed(DECIDED));

	private final ReviewTask waiting = anOpenTask("run-1");

	private final ReviewTask dead = anOpenTask("run-2");

	@BeforeEach
	void twoQuestions() {
		LocalEngines.start().reset();
		this.tasks.save(this.waiting);
		this.tasks.save(this.dead);
		this.workflow.noLongerWaitsFor("token-of-run-2");
	}

	@Test
	void closesTheTaskOfADeadExecutionAndNoOther() {
		this.sweep.sweep();
		assertThat(this.tasks.find(this.waiting.id())).hasValue(this.waiting);
		ReviewTask closed = this.tasks.find(this.dead.id()).orElseThrow();
		assertThat(closed.state()).isEqualTo(TaskState.EXPIRED);
		assertThat(this.tasks.audit(closed)).hasSize(2).last().isEqualTo(closed.last());
	}

	@Test
	void closesNothingWhileTheWorkflowIsAway() {
		this.workflow.away(true);
		this.sweep.sweep();
		assertThat(this.tasks.find(this.dead.id())).hasValue(this.dead);
	}

}

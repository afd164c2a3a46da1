package io.mokuroku.review.decision;

import java.time.Duration;
import java.time.InstantSource;

import io.mokuroku.recurring.RepeatedWork;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.DECIDED;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anOpenTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

final class DeliverySweepTests {

	private static final Duration OFTEN = Duration.ofMillis(20);

	private final WorkflowFake workflow = new WorkflowFake();

	@BeforeEach
	void forgetTasks() {
		LocalEngines.start().reset();
	}

	@Test
	void sweepsFromItsStartToItsStop() {
		ReviewTasks tasks = TestTasks.onDynamo();
		RepeatedWork sweep = sweep(tasks);
		assertThat(sweep.isRunning()).isFalse();
		sweep.start();
		try {
			assertThat(sweep.isRunning()).isTrue();
			ReviewTask open = anOpenTask("run-1");
			tasks.save(open);
			tasks.save(open.decided(anApproval()));
			await().until(() -> tasks.find(open.id()).orElseThrow().state() == TaskState.DELIVERED);
		}
		finally {
			sweep.stop();
		}
		assertThat(sweep.isRunning()).isFalse();
	}

	private RepeatedWork sweep(ReviewTasks tasks) {
		InstantSource clock = InstantSource.fixed(DECIDED.plusSeconds(60));
		DeliverySweep sweep = new DeliverySweep(tasks,
				new DeliverDecision(tasks, new ProposalsFake(), this.workflow, clock), clock, OFTEN);
		return new RepeatedWork("delivery-sweep", sweep::sweep, OFTEN);
	}

}

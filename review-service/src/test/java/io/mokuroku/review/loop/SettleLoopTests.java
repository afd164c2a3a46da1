package io.mokuroku.review.loop;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.message.HumanLoopChanged;
import io.mokuroku.message.Messages;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.decision.TestDecisions;
import io.mokuroku.review.decision.WorkflowFake;
import io.mokuroku.review.task.Claim;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.review.task.Verdict;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.DECIDED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anOpenTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class SettleLoopTests {

	private static final A2iFake A2I = A2iFake.start();

	private static final Map<String, Object> APPROVAL = Map.of("decision", "APPROVE", "version", "1");

	private static final Map<String, Object> REFUSAL = Map.of("decision", "REJECT", "version", "1", "note", "a manga");

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private final WorkflowFake workflow = new WorkflowFake();

	private final InstantSource clock = InstantSource.fixed(DECIDED);

	private final A2iRuntime runtime = A2I.runtime();

	private final PagesFake pages = new PagesFake();

	private final List<String> paid = new ArrayList<>();

	private final AskWorkers workers = new AskWorkers(this.tasks, this.runtime, this.pages, this.paid::add, 2,
			this.clock);

	private final SettleLoop settle = new SettleLoop(this.tasks, this.workers, A2I.answers(), this.pages,
			TestDecisions.deciding(this.tasks, this.workflow, this.clock));

	private final LoopSweep sweep = new LoopSweep(this.tasks, this.runtime, this.workers, this.settle, this.clock);

	private final ReviewTask open = anOpenTask("run-1");

	private final LoopName first = LoopName.of(this.open);

	private final LoopName second = this.first.attempt(2);

	@AfterAll
	static void stop() {
		A2I.close();
	}

	@BeforeEach
	void askOneQuestion() {
		LocalEngines.start().reset();
		A2I.forgetAll();
		this.tasks.save(this.open);
		this.workers.ask(this.open, this.first);
	}

	@Test
	void decidesAsWorkersDidAndTellsTheWorkflow() {
		answered(this.first, List.of(REFUSAL, REFUSAL, APPROVAL));
		assertThat(task().state()).isEqualTo(TaskState.DELIVERED);
		assertThat(decision()).returns(Verdict.REJECT, Decision::verdict)
			.returns("a2i:worker1,worker2,worker3", Decision::reviewer)
			.returns("a manga", Decision::note);
	}

	@Test
	void takesAnEventAsEventBridgePutsItIntoTheQueue() {
		LoopState state = A2I.complete(this.first, A2iFake.output(this.first, List.of(APPROVAL)));
		SqsMessageListenerContainer<String> listener = Messages.listeners(LocalEngines.start(), 8)
			.listen(HumanLoopChanged.class, 1, this.settle::changed);
		listener.start();
		try {
			LocalEngines.start()
				.sqs()
				.sendMessage((send) -> send.queueUrl(LocalEngines.start().queueUrl("review-events"))
					.messageBody(
							"""
									{"version": "0", "id": "12345678-90ab-cdef-1234-567890abcdef",
									 "detail-type": "SageMaker A2I HumanLoop Status Change", "source": "aws.sagemaker",
									 "account": "123456789012", "time": "2026-11-22T12:00:00Z", "region": "eu-central-1",
									 "resources": ["arn:aws:sagemaker:eu-central-1:123456789012:human-loop/%s"],
									 "detail": {"creationTime": "2026-11-22T11:00:00Z", "failureCode": null, "failureReason": null,
									  "flowDefinitionArn": "%s", "humanLoopArn": "arn:aws:sagemaker:eu-central-1:123456789012:human-loop/%s",
									  "humanLoopName": "%s", "humanLoopOutput": {"outputS3Uri": "%s"}, "humanLoopStatus": "Completed"}}
									"""
								.formatted(this.first, A2iFake.FLOW, this.first, this.first, state.output())))
				.join();
			await().untilAsserted(() -> assertThat(task().state()).isEqualTo(TaskState.DELIVERED));
		}
		finally {
			listener.stop();
		}
		assertThat(decision().verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void takesTheSameEventTwiceForOne() {
		answered(this.first, List.of(APPROVAL));
		ReviewTask once = task();
		answered(this.first, List.of(APPROVAL));
		assertThat(task()).isEqualTo(once);
	}

	@Test
	void handsToALeadWhatWorkersDisagreeAbout() {
		answered(this.first, List.of(APPROVAL, REFUSAL));
		assertEscalated("WORKERS_DISAGREE", "workers disagree about the decision");
		assertThat(task().priority()).isEqualTo(Priority.NORMAL);
		answered(this.first, List.of(APPROVAL));
		this.sweep.sweep();
		assertThat(task().isOpen()).as("workers are not asked again, and late answers do not count").isTrue();
		assertThat(A2I.statuses()).hasSize(1);
	}

	@Test
	void asksAgainAndThenALeadWhereAnswersBreakTheRules() {
		answered(this.first, List.of(Map.of("decision", "REJECT", "version", "1")));
		assertThat(A2I.statuses()).containsEntry(this.second.toString(), "InProgress");
		assertThat(this.paid).as("the second time costs as much as the first").containsExactly("a2i", "a2i");
		assertThat(task()).isEqualTo(this.open);
		answered(this.second, List.of(Map.of("decision", "WHATEVER", "version", "1")));
		assertEscalated("NO_USABLE_ANSWER", "an answer breaks rules: decision must be one of the buttons");
	}

	@Test
	void asksAgainWhereTheOutputIsMissingElsewhereOrMalformed() {
		String nowhere = A2iFake.PLACE + "/nowhere.json";
		for (LoopState state : List.of(A2I.completeAt(this.first, nowhere),
				A2I.completeAt(this.first, "s3://another-bucket/a2i/output.json"),
				A2I.complete(this.first, "{\"humanA"), A2I.complete(this.first, A2iFake.output(this.first, List.of())),
				A2I.complete(this.first, A2iFake.output(this.second, List.of(APPROVAL))),
				new LoopState(LoopStatus.COMPLETED, null, null))) {
			this.settle.settle(this.first, state);
			assertThat(task()).as("decides nothing from %s", state).isEqualTo(this.open);
		}
		assertThat(A2I.statuses()).hasSize(2).containsEntry(this.second.toString(), "InProgress");
		this.settle.settle(this.second, A2I.completeAt(this.second, nowhere));
		assertEscalated("NO_USABLE_ANSWER", "the answers are missing or cannot be read");
	}

	@Test
	void triesLaterWhileTheBucketIsAway() {
		LoopState state = A2I.complete(this.first, A2iFake.output(this.first, List.of(APPROVAL)));
		A2I.bucketAway(true);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.settle.settle(this.first, state));
		assertThat(A2I.statuses()).hasSize(1);
		A2I.bucketAway(false);
		this.settle.settle(this.first, state);
		assertThat(decision().verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void asksAgainAndThenALeadWhereALoopFailsOrIsStopped() {
		A2I.end(this.first, "Failed");
		this.settle.changed(event(this.first.toString(), "Failed", null));
		this.settle.changed(event(this.first.toString(), "Failed", null));
		assertThat(A2I.statuses()).hasSize(2).containsEntry(this.second.toString(), "InProgress");
		this.settle.changed(event(this.second.toString(), "Stopped", null));
		assertEscalated("NO_USABLE_ANSWER", "somebody stopped the human loop");
	}

	@Test
	void doesNotTakeAnAnswerFromUnderAReviewer() {
		this.tasks.save(this.open.claimed(new Claim("ada", DECIDED.plusSeconds(60)), DECIDED));
		answered(this.first, List.of(APPROVAL));
		assertThat(task().isOpen()).isTrue();
		this.tasks.save(task().released("ada", DECIDED));
		this.sweep.sweep();
		assertThat(decision().verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void ignoresLoopsThatGoOnAndLoopsOfOthers() {
		this.settle.changed(event(this.first.toString(), "InProgress", null));
		this.settle.changed(event(this.first.toString(), "Stopping", null));
		this.settle.changed(event(this.first.toString(), "SomethingNew", null));
		this.settle.changed(event("labels-of-cats", "Completed", "s3://cats/output.json"));
		this.settle.changed(event(LoopName.of(anOpenTask("unknown")).toString(), "Failed", null));
		assertThat(task()).isEqualTo(this.open);
		assertThat(A2I.statuses()).hasSize(1);
	}

	@Test
	void findsTheEndOfALoopThatNoEventTold() {
		A2I.end(this.first, "Failed");
		this.sweep.sweep();
		assertThat(A2I.statuses()).containsEntry(this.second.toString(), "InProgress");
		A2I.complete(this.second, A2iFake.output(this.second, List.of(APPROVAL)));
		this.sweep.sweep();
		assertThat(decision().verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void startsTheLoopThatWasNeverStarted() {
		A2I.forgetAll();
		this.sweep.sweep();
		assertThat(A2I.statuses()).containsExactly(Map.entry(this.first.toString(), "InProgress"));
	}

	@Test
	void stopsLoopsWhoseQuestionIsWithdrawnAndNoOthers() {
		this.tasks.save(this.open.decided(anApproval()));
		ReviewTask other = anOpenTask("run-2");
		this.tasks.save(other);
		this.workers.ask(other, LoopName.of(other));
		ReviewTask foreign = anOpenTask("another-house");
		this.workers.ask(foreign, LoopName.of(foreign));
		this.sweep.sweep();
		assertThat(A2I.statuses()).containsExactly(Map.entry(this.first.toString(), "Stopped"),
				Map.entry(LoopName.of(other).toString(), "InProgress"),
				Map.entry(LoopName.of(foreign).toString(), "InProgress"));
	}

	@Test
	void looksAfterTheRestWhileOneCannotBe() {
		ReviewTask other = this.open.askedAgain(aQuestion("run-1", "second", this.open.animeId()), DECIDED);
		this.tasks.save(other);
		A2I.bucketAway(true);
		LoopName shown = LoopName.of(other);
		this.workers.ask(other, shown);
		A2I.complete(shown, A2iFake.output(shown, List.of(APPROVAL)));
		this.sweep.sweep();
		assertThat(A2I.statuses()).containsEntry(this.first.toString(), "Stopped");
	}

	private void answered(LoopName loop, List<Map<String, Object>> answers) {
		LoopState state = A2I.complete(loop, A2iFake.output(loop, answers));
		this.settle.changed(event(loop.toString(), "Completed", state.output()));
	}

	private static HumanLoopChanged event(String loop, String status, @Nullable String output) {
		return new HumanLoopChanged(HumanLoopChanged.DETAIL_TYPE, new HumanLoopChanged.Detail(loop, status,
				(output != null) ? new HumanLoopChanged.Output(output) : null, null, null));
	}

	private void assertEscalated(String code, String why) {
		assertThat(task().state()).isEqualTo(TaskState.OPEN);
		assertThat(task().decision()).isNull();
		assertThat(task().reasons()).containsExactly(code, "CORE_CONFLICT", "LOW_CONFIDENCE");
		assertThat(task().last().what()).isEqualTo("handed to a lead: " + why);
	}

	private ReviewTask task() {
		return this.tasks.find(this.open.id()).orElseThrow();
	}

	private Decision decision() {
		return Objects.requireNonNull(task().decision());
	}

}

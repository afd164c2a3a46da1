package io.mokuroku.local.schedules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FiringTests {

	private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

	private static final ScheduleKey KEY = new ScheduleKey(Group.DEFAULT, "episode");

	@TempDir
	Path folder;

	private final SettableClock clock = new SettableClock(START);

	private final RecordedQueues queues = new RecordedQueues();

	private final AtomicInteger ids = new AtomicInteger();

	private Book book;

	private Agenda agenda;

	private Firing firing;

	@BeforeEach
	void open() {
		this.book = Book.open(this.folder, this.clock.instant());
		this.agenda = new Agenda();
		this.firing = new Firing(this.book, this.queues, this.clock, () -> "run-" + this.ids.incrementAndGet(),
				this.agenda::put);
		this.firing.resume();
	}

	@AfterEach
	void close() throws IOException {
		this.book.close();
	}

	private void restart() throws IOException {
		close();
		open();
	}

	private void keep(String expression, Schedule.Completion completion, Target target) {
		Schedule.Definition definition = new Schedule.Definition(expression, "UTC", null, null, Schedule.State.ENABLED,
				null, completion, null, target);
		Instant now = this.clock.instant();
		this.book.record(new Change.ScheduleKept(new Schedule(KEY, definition, now, now, "token"), null));
		this.firing.planOrComplete(KEY);
	}

	private static Target target(int retries, int ageInSeconds, @Nullable String deadLetters) {
		return new Target(RecordedQueues.arn("updates"), "role", "attempt <aws.scheduler.attempt-number>", retries,
				ageInSeconds, (deadLetters != null) ? RecordedQueues.arn(deadLetters) : null);
	}

	private void advance(Duration duration) {
		this.clock.advance(duration);
		this.agenda.takeDue(this.clock.instant()).forEach(this.firing::fire);
	}

	private void advanceInSteps(Duration duration) {
		Instant end = this.clock.instant().plus(duration);
		while (this.agenda.earliest().filter((at) -> !at.isAfter(end)).isPresent()) {
			Instant next = this.agenda.earliest().get();
			advance(next.isAfter(this.clock.instant()) ? Duration.between(this.clock.instant(), next) : Duration.ZERO);
		}
		advance(Duration.between(this.clock.instant(), end));
	}

	@Test
	void firesAtItsTimeAndNotBefore() {
		keep("at(2026-11-22T10:05:00)", Schedule.Completion.NONE, target(0, 60, null));
		advance(Duration.ofSeconds(299));
		assertThat(this.queues.bodies()).isEmpty();
		advance(Duration.ofSeconds(1));
		assertThat(this.queues.bodies()).containsExactly("attempt 1");
		advanceInSteps(Duration.ofDays(1));
		assertThat(this.queues.bodies()).hasSize(1);
		assertThat(this.book.find(KEY)).as("kept unless asked to be deleted").isPresent();
	}

	@Test
	void recurringScheduleFiresAgainAndAgain() {
		keep("rate(10 minutes)", Schedule.Completion.NONE, target(0, 60, null));
		advanceInSteps(Duration.ofHours(1));
		assertThat(this.queues.bodies()).hasSize(7);
	}

	@Test
	void recurringScheduleStopsAtItsEndAndIsDeleted() {
		Schedule.Definition definition = new Schedule.Definition("cron(0/20 * * * ? *)", "UTC",
				START.plus(Duration.ofMinutes(20)), START.plus(Duration.ofHours(1)), Schedule.State.ENABLED, null,
				Schedule.Completion.DELETE, null, target(0, 60, null));
		this.book.record(new Change.ScheduleKept(new Schedule(KEY, definition, START, START, "token"), null));
		this.firing.planOrComplete(KEY);
		advanceInSteps(Duration.ofHours(3));
		assertThat(this.queues.bodies()).hasSize(2);
		assertThat(this.book.find(KEY)).isEmpty();
	}

	@Test
	void retriesWithGrowingPausesUntilTheTargetTakesIt() {
		this.queues.breakDown("updates");
		keep("at(2026-11-22T10:00:00)", Schedule.Completion.DELETE, target(10, 3600, null));
		advanceInSteps(Duration.ofSeconds(8));
		assertThat(this.queues.refused()).extracting(RecordedQueues.Delivered::body)
			.containsExactly("attempt 1", "attempt 2", "attempt 3", "attempt 4");
		assertThat(this.book.find(KEY)).isPresent();
		this.queues.repair("updates");
		advanceInSteps(Duration.ofSeconds(8));
		assertThat(this.queues.bodies()).containsExactly("attempt 5");
		assertThat(this.book.find(KEY)).isEmpty();
	}

	@Test
	void pendingRunSurvivesARestart() throws IOException {
		this.queues.breakDown("updates");
		keep("at(2026-11-22T10:00:00)", Schedule.Completion.NONE, target(10, 3600, null));
		advanceInSteps(Duration.ofSeconds(2));
		restart();
		this.queues.repair("updates");
		advanceInSteps(Duration.ofMinutes(1));
		assertThat(this.queues.bodies()).containsExactly("attempt 3");
		restart();
		advanceInSteps(Duration.ofMinutes(1));
		assertThat(this.queues.bodies()).hasSize(1);
	}

	@Test
	void exhaustedAttemptsGoToTheDeadLetterQueue() {
		this.queues.breakDown("updates");
		keep("at(2026-11-22T10:00:00)", Schedule.Completion.DELETE, target(2, 3600, "letters"));
		advanceInSteps(Duration.ofMinutes(5));
		assertThat(this.queues.refused()).hasSize(3);
		RecordedQueues.Delivered letter = this.queues.delivered().getFirst();
		assertThat(letter.queueArn()).isEqualTo(RecordedQueues.arn("letters"));
		assertThat(letter.attributes()).containsExactlyInAnyOrderEntriesOf(Map.of("ERROR_CODE", "Broken",
				"ERROR_MESSAGE", "The queue is broken", "EXECUTION_ID", "run-1", "EXHAUSTED_RETRY_CONDITION",
				"MaximumRetryAttempts", "IS_PAYLOAD_TRUNCATED", "false", "RETRY_ATTEMPTS", "2", "SCHEDULED_TIME",
				"2026-11-22T10:00:00Z", "SCHEDULE_ARN", KEY.arn(), "TARGET_ARN", RecordedQueues.arn("updates")));
		assertThat(JsonMapper.shared().readTree(letter.body()).get("QueueUrl").stringValue())
			.isEqualTo("https://sqs.us-east-1.amazonaws.com/000000000000/updates");
		assertThat(this.book.find(KEY)).isEmpty();
	}

	@Test
	void tooOldAnEventGoesToTheDeadLetterQueue() {
		this.queues.breakDown("updates");
		keep("at(2026-11-22T10:00:00)", Schedule.Completion.NONE, target(185, 60, "letters"));
		advanceInSteps(Duration.ofMinutes(5));
		assertThat(this.queues.delivered().getFirst().attributes())
			.containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumEventAgeInSeconds")
			.containsEntry("RETRY_ATTEMPTS", "5");
	}

	@Test
	void waitsForADeadLetterQueueThatIsDown() {
		this.queues.breakDown("updates");
		this.queues.breakDown("letters");
		keep("at(2026-11-22T10:00:00)", Schedule.Completion.NONE, target(0, 60, "letters"));
		advanceInSteps(Duration.ofMinutes(10));
		assertThat(this.queues.delivered()).isEmpty();
		this.queues.repair("letters");
		advanceInSteps(Duration.ofMinutes(20));
		assertThat(this.queues.delivered()).hasSize(1);
	}

	@Test
	void dropsTheEventWithoutADeadLetterQueue() {
		this.queues.breakDown("updates");
		keep("at(2026-11-22T10:00:00)", Schedule.Completion.DELETE, target(1, 60, null));
		advanceInSteps(Duration.ofMinutes(10));
		assertThat(this.queues.refused()).hasSize(2);
		assertThat(this.book.pending()).isEmpty();
		assertThat(this.book.find(KEY)).isEmpty();
	}

	@Test
	void firesAtStartWhatFellDueWhileDown() throws IOException {
		keep("at(2026-11-22T10:05:00)", Schedule.Completion.NONE, target(0, 3600, "letters"));
		this.clock.advance(Duration.ofMinutes(30));
		restart();
		advance(Duration.ZERO);
		assertThat(this.queues.bodies()).containsExactly("attempt 1");
	}

	@Test
	void buriesAtStartWhatFellDueTooLongAgo() throws IOException {
		keep("at(2026-11-22T10:05:00)", Schedule.Completion.NONE, target(0, 60, "letters"));
		this.clock.advance(Duration.ofMinutes(30));
		restart();
		advance(Duration.ZERO);
		assertThat(this.queues.delivered()).extracting(RecordedQueues.Delivered::queueArn)
			.containsExactly(RecordedQueues.arn("letters"));
		assertThat(this.queues.delivered().getFirst().attributes()).containsEntry("EXHAUSTED_RETRY_CONDITION",
				"MaximumEventAgeInSeconds");
	}

	@Test
	void recurringScheduleFiresOnceForAllTurnsMissedWhileDown() throws IOException {
		keep("rate(1 minute)", Schedule.Completion.NONE, target(0, 3600, null));
		advance(Duration.ZERO);
		this.clock.advance(Duration.ofDays(3).plusSeconds(30));
		restart();
		advance(Duration.ZERO);
		assertThat(this.queues.bodies()).hasSize(2);
		advanceInSteps(Duration.ofMinutes(2));
		assertThat(this.queues.bodies()).hasSize(4);
	}

	@Test
	void deletedScheduleTakesItsPendingRunsAlong() {
		this.queues.breakDown("updates");
		keep("at(2026-11-22T10:00:00)", Schedule.Completion.NONE, target(10, 3600, "letters"));
		advance(Duration.ZERO);
		this.book.record(new Change.ScheduleDropped(KEY));
		this.queues.repair("updates");
		advanceInSteps(Duration.ofHours(2));
		assertThat(this.queues.delivered()).isEmpty();
	}

	@Test
	void oneTimeScheduleOlderThanItsMaximumAgeNeverRuns() {
		keep("at(2026-11-22T09:58:00)", Schedule.Completion.NONE, target(0, 60, "letters"));
		advanceInSteps(Duration.ofHours(1));
		assertThat(this.queues.delivered()).isEmpty();
		keep("at(2026-11-22T10:58:00)", Schedule.Completion.NONE, target(0, 180, "letters"));
		advanceInSteps(Duration.ofHours(1));
		assertThat(this.queues.bodies()).isEqualTo(List.of("attempt 1"));
	}

	@Test
	void sendsTheDefaultNotificationWithoutAnInput() {
		keep("at(2026-11-22T10:00:00)", Schedule.Completion.NONE,
				new Target(RecordedQueues.arn("updates"), "role", null, 0, 60, null));
		advance(Duration.ZERO);
		assertThat(JsonMapper.shared().readTree(this.queues.bodies().getFirst()).get("detail-type").stringValue())
			.isEqualTo("Scheduled Event");
	}

}

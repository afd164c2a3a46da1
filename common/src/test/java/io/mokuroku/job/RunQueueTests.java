package io.mokuroku.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.mokuroku.job.Jobs.Turns;
import io.mokuroku.job.Jobs.Work;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Several instances of a service share one table of jobs.
 */
class RunQueueTests {

	private static final Duration LEASE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final Duration BEFORE_LEASE_ENDS = LEASE.minusSeconds(5);

	private static final JobSettings SETTINGS = new JobSettings(LEASE, Duration.ofMinutes(5), Duration.ofMillis(20));

	private static final Work<Errand> NOTHING = (run, progress) -> run;

	private final DynamoDbClient dynamo = LocalEngines.start().dynamo();

	/** Each test has runs of its own. */
	private final String kind = "errand-" + UUID.randomUUID();

	private final Turns turns = new Turns(this.kind, 3, PAUSE);

	private final AtomicLong ticks = new AtomicLong(Instant.parse("2026-11-22T10:00:00Z").toEpochMilli());

	private final AtomicInteger begun = new AtomicInteger();

	@Test
	void answersAllWhoAskAtTheSameTimeWithOneRun() throws Exception {
		List<Callable<String>> requests = IntStream.range(0, 6)
			.<Callable<String>>mapToObj((i) -> () -> ask(instance(NOTHING), "request-" + i).id())
			.toList();
		List<String> ids = new ArrayList<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
			for (Future<String> id : pool.invokeAll(requests)) {
				ids.add(id.get());
			}
		}
		assertThat(ids).hasSize(6).containsOnly(ids.getFirst());
		assertThat(instance(NOTHING).latest(10)).hasSize(1);
	}

	@Test
	void doesTheSameRequestOnceAndAnotherAfterIt() throws Exception {
		RunQueue<Errand> queue = instance(NOTHING);
		Errand first = ask(queue, "one");
		assertThat(queue.workOnce()).isTrue();
		assertThat(queue.find(first.id())).map(Errand::state).contains(RunState.SUCCEEDED);
		assertThat(ask(queue, "one").id()).isEqualTo(first.id());
		later(Duration.ofMillis(1));
		assertThat(ask(queue, "two").id()).isGreaterThan(first.id());
	}

	@Test
	void letsARunWaitThatMustBeginAfterTheOneUnderWay() throws Exception {
		List<String> order = new ArrayList<>();
		RunQueue<Errand> asker = instance(NOTHING);
		RunQueue<Errand> queue = instance((run, progress) -> {
			order.add(run.id());
			if (order.size() == 1) {
				assertThat(ask(asker, "ordinary").id()).isEqualTo(run.id());
				String waiting = afresh(asker, "afresh");
				assertThat(waiting).isNotEqualTo(run.id());
				assertThat(afresh(asker, "afresh too")).isEqualTo(waiting);
			}
			return run;
		});
		String first = ask(queue, "first").id();
		while (queue.workOnce()) {
			this.begun.incrementAndGet();
		}
		assertThat(order).hasSize(2).startsWith(first);
		assertThat(queue.underWay()).isFalse();
	}

	@Test
	void worksOnOneOfTheKindsThatShareATurn() throws Exception {
		RunQueue<Errand> other = instance("other-" + this.kind, NOTHING, 0);
		AtomicBoolean otherWorked = new AtomicBoolean(true);
		RunQueue<Errand> queue = instance((run, progress) -> {
			otherWorked.set(workedOnce(other));
			return run;
		});
		ask(queue, "one");
		ask(other, "one");
		queue.workOnce();
		assertThat(otherWorked).isFalse();
		assertThat(other.workOnce()).isTrue();
	}

	@Test
	void givesUpAfterAFewAttemptsWhoeverMakesThem() throws Exception {
		Work<Errand> failing = (run, progress) -> {
			progress.reached(run.after(this.begun.incrementAndGet()));
			throw new RetryableFailure("not now", null);
		};
		RunQueue<Errand> one = instance(failing);
		RunQueue<Errand> other = instance(failing);
		Errand run = ask(one, "one");
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(one::workOnce);
		assertThat(other.workOnce()).as("within the pause").isFalse();
		later(PAUSE.plusMillis(1));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(other::workOnce);
		later(PAUSE.plusMillis(1));
		assertThat(one.workOnce()).isTrue();
		assertThat(one.find(run.id())).contains(new Errand(run.id(), "one", RunState.FAILED, 3, "not now"));
		assertThat(other.workOnce()).isFalse();
	}

	@Test
	void doesNotRepeatWhatCannotBeDone() throws Exception {
		RunQueue<Errand> queue = instance((run, progress) -> {
			throw new GivenUp("never", null);
		});
		Errand run = ask(queue, "one");
		assertThat(queue.workOnce()).isTrue();
		assertThat(queue.find(run.id())).map(Errand::state).contains(RunState.FAILED);
	}

	@Test
	void endsWhatIsRefusedForGoodThoughItIsBegunUntilItIsDone() throws Exception {
		RunQueue<Errand> queue = untilDone((run, progress) -> {
			this.begun.incrementAndGet();
			throw new PermanentFailure("refused", "an item is too large");
		});
		Errand run = ask(queue, "one");
		assertThat(queue.workOnce()).isTrue();
		assertThat(queue.find(run.id()))
			.contains(new Errand(run.id(), "one", RunState.FAILED, 0, "an item is too large"));
		assertThat(queue.workOnce()).isFalse();
		assertThat(this.begun).hasValue(1);
	}

	@Test
	void beginsAgainUntilItIsDone() throws Exception {
		RunQueue<Errand> queue = untilDone((run, progress) -> {
			if (this.begun.incrementAndGet() < 10) {
				throw new RetryableFailure("not now", null);
			}
			return run;
		});
		Errand run = ask(queue, "one");
		for (int i = 1; i < 10; i++) {
			assertThatExceptionOfType(RetryableFailure.class).isThrownBy(queue::workOnce);
			later(Duration.ofMillis(1));
		}
		assertThat(queue.workOnce()).isTrue();
		assertThat(queue.find(run.id())).map(Errand::state).contains(RunState.SUCCEEDED);
	}

	@Test
	void endsARunThatHasBecomeTooLongToBeKept() throws Exception {
		RunQueue<Errand> queue = untilDone((run, progress) -> {
			progress.reached(run.after(1));
			progress.reached(run.in(RunState.RUNNING, "x".repeat(410_000), Instant.EPOCH));
			return run;
		});
		Errand run = ask(queue, "one");
		assertThat(queue.workOnce()).isTrue();
		Errand ended = queue.find(run.id()).orElseThrow();
		assertThat(ended).returns(RunState.FAILED, Errand::state).returns(1, Errand::steps);
		assertThat(ended.error()).contains("jobs " + this.kind + " " + run.id(), "size");
	}

	@Test
	void goesOnWithTheRunOfAnInstanceThatDied() throws Exception {
		RunQueue<Errand> dying = instance((run, progress) -> {
			progress.reached(run.after(7));
			throw new Error("killed");
		});
		Errand run = ask(dying, "one");
		assertThatExceptionOfType(Error.class).isThrownBy(dying::workOnce);
		RunQueue<Errand> next = instance((left, progress) -> left.after(left.steps() + 1));
		assertThat(next.workOnce()).as("may still be alive").isFalse();
		later(LEASE);
		assertThat(next.workOnce()).isTrue();
		assertThat(next.find(run.id())).map(Errand::steps).contains(8);
	}

	@Test
	void stopsAnInstanceWhoseRunHasBeenTaken() throws Exception {
		RunQueue<Errand> rival = instance((run, progress) -> run.after(100));
		RunQueue<Errand> sleeper = instance((run, progress) -> {
			assertThat(workedOnce(rival)).isFalse();
			later(LEASE.plusSeconds(1));
			assertThat(workedOnce(rival)).isTrue();
			progress.reached(run.after(1));
			return run;
		});
		Errand run = ask(sleeper, "one");
		assertThatExceptionOfType(RunLost.class).isThrownBy(sleeper::workOnce);
		assertThat(rival.find(run.id())).map(Errand::steps).contains(100);
	}

	@Test
	void letsAnInstanceGoOnThatWasAwayButNotMissed() throws Exception {
		RunQueue<Errand> queue = instance((run, progress) -> {
			later(LEASE.multipliedBy(10));
			progress.reached(run.after(1));
			return run.after(2);
		});
		Errand run = ask(queue, "one");
		assertThat(queue.workOnce()).isTrue();
		assertThat(queue.find(run.id())).map(Errand::steps).contains(2);
	}

	@Test
	void stopsAWaitingRunAndTellsAWorkingOne() throws Exception {
		RunQueue<Errand> asker = instance(NOTHING);
		RunQueue<Errand> queue = instance((run, progress) -> {
			assertThat(progress.stopRequested()).isFalse();
			asker.cancel(run.id());
			return progress.stopRequested() ? run.in(RunState.CANCELLED, "stopped", Instant.EPOCH) : run;
		});
		Errand working = ask(queue, "one");
		queue.workOnce();
		Errand waiting = ask(queue, "two");
		asker.cancel(waiting.id());
		queue.workOnce();
		assertThat(List.of(working, waiting)).extracting((run) -> queue.find(run.id()).orElseThrow().state())
			.containsOnly(RunState.CANCELLED);
		assertThat(asker.cancel("none")).isEmpty();
		assertThat(asker.cancel("x".repeat(1_025))).as("longer than any key").isEmpty();
	}

	@Test
	void leavesARunToALiveInstanceHoweverTheirClocksDiffer() throws Exception {
		for (int seconds : new int[] { 120, -120 }) {
			RunQueue<Errand> rival = instance(this.kind, NOTHING, seconds);
			RunQueue<Errand> queue = instance((run, progress) -> {
				for (int step = 1; step <= 20; step++) {
					assertThat(workedOnce(rival)).as("rival %d s ahead", seconds).isFalse();
					later(BEFORE_LEASE_ENDS);
					progress.reached(run.after(step));
				}
				return run;
			});
			ask(queue, "one " + seconds);
			assertThat(queue.workOnce()).isTrue();
		}
	}

	@Test
	void takesTheRunOfADeadInstanceALeaseLaterHoweverTheirClocksDiffer() throws Exception {
		for (int seconds : new int[] { 120, -120, 3600 }) {
			RunQueue<Errand> dying = instance(this.kind, (run, progress) -> {
				throw new Error("killed");
			}, seconds);
			ask(dying, "one " + seconds);
			assertThatExceptionOfType(Error.class).isThrownBy(dying::workOnce);
			RunQueue<Errand> next = instance(NOTHING);
			assertThat(next.workOnce()).isFalse();
			later(LEASE.minusSeconds(1));
			assertThat(next.workOnce()).isFalse();
			later(Duration.ofSeconds(1));
			assertThat(next.workOnce()).as("dead %d s ahead", seconds).isTrue();
		}
	}

	@Test
	void takesAtOnceWhatEndedLongerAgoThanClocksDiffer() throws Exception {
		RunQueue<Errand> dying = instance((run, progress) -> {
			throw new Error("killed");
		});
		ask(dying, "one");
		assertThatExceptionOfType(Error.class).isThrownBy(dying::workOnce);
		later(LEASE.plusMinutes(5).plusSeconds(1));
		assertThat(instance(NOTHING).workOnce()).isTrue();
	}

	private boolean workedOnce(RunQueue<Errand> queue) throws InterruptedException {
		return queue.workOnce();
	}

	private void later(Duration time) {
		this.ticks.addAndGet(time.toMillis());
	}

	private static Errand ask(RunQueue<Errand> queue, String requestId) {
		return queue.request(requestId, (id, now) -> Errand.accepted(id, requestId));
	}

	private static String afresh(RunQueue<Errand> queue, String requestId) {
		return queue.requestAfresh(requestId, (id, now) -> Errand.accepted(id, requestId)).id();
	}

	private RunQueue<Errand> instance(Work<Errand> work) {
		return instance(this.kind, work, 0);
	}

	/** An instance whose clock is some seconds ahead. */
	private RunQueue<Errand> instance(String kind, Work<Errand> work, int seconds) {
		return jobs(seconds).queue(kind, Errand.class, this.turns, work);
	}

	private RunQueue<Errand> untilDone(Work<Errand> work) {
		return jobs(0).queue(this.kind, Errand.class, Turns.untilDone(this.kind), work);
	}

	private Jobs jobs(int seconds) {
		InstantSource clock = () -> Instant.ofEpochMilli(this.ticks.get()).plusSeconds(seconds);
		return new Jobs(this.dynamo, clock, RandomGenerator.getDefault(), SETTINGS);
	}

}

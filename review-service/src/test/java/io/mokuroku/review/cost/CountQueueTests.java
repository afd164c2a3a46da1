package io.mokuroku.review.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.task.Claim;
import io.mokuroku.review.task.OpenTasks;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anApproval;
import static io.mokuroku.review.Reviews.anOpenTask;
import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;

final class CountQueueTests {

	private final ReviewTasks tasks = TestTasks.onDynamo();

	private final WaitingReviews waiting = new WaitingReviews(LocalEngines.start().dynamo());

	private final AtomicReference<Instant> now = new AtomicReference<>(ASKED);

	private final CountQueue count = new CountQueue(TestTasks.count(), this.waiting, this.now::get);

	@BeforeEach
	void forgetTasks() {
		LocalEngines.start().reset();
	}

	@Test
	void countsWhatIsOpenClaimedEscalatedAndWaiting() {
		for (int i = 0; i < 4; i++) {
			this.tasks.save(anOpenTask("open-" + i));
		}
		ReviewTask held = anOpenTask("held");
		this.tasks.save(held);
		this.tasks.save(held.claimed(new Claim("ada", ASKED.plusSeconds(60)), ASKED));
		ReviewTask given = anOpenTask("given back");
		this.tasks.save(given);
		ReviewTask claimed = given.claimed(new Claim("ada", ASKED.plusSeconds(60)), ASKED);
		this.tasks.save(claimed);
		this.tasks.save(claimed.released("ada", ASKED));
		this.tasks.save(Reviews
			.asked(new ReviewRequested("token", "overdue", anime(7), List.of("OVERDUE", "SAMPLE"), 0.6), ASKED));
		ReviewTask decided = anOpenTask("decided");
		this.tasks.save(decided);
		this.tasks.save(decided.decided(anApproval()));
		this.waiting.put(aQuestion("waiting", anime(8)), ASKED);
		assertThat(this.count.counts()).isEqualTo(new QueueCounts(new OpenTasks(7, 1, 1), 1));
		this.now.set(ASKED.plusSeconds(60));
		assertThat(this.count.counts().open().claimed()).as("the claim is over").isZero();
	}

	@Test
	void asksTheDatabaseAgainOnceCountsAreOld() {
		assertThat(this.count.counts().open().all()).isZero();
		this.tasks.save(anOpenTask("run-1"));
		this.now.set(ASKED.plus(CountQueue.FRESH).minus(Duration.ofMillis(1)));
		assertThat(this.count.counts().open().all()).isZero();
		this.now.set(ASKED.plus(CountQueue.FRESH));
		assertThat(this.count.counts().open().all()).isOne();
	}

}

package io.mokuroku.review.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.mokuroku.message.ReviewRequested;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;

final class WaitingReviewsTests {

	private static final Instant FIRST = Instant.parse("2031-05-05T10:00:00Z");

	private final WaitingReviews waiting = new WaitingReviews(LocalEngines.start().dynamo());

	private final String execution = "run-" + UUID.randomUUID();

	@AfterEach
	void forget() {
		mine().forEach((each) -> this.waiting.remove(each.request()));
	}

	@Test
	void keepsTheNewerQuestionOfAnExecutionWhicheverComesFirst() {
		ReviewRequested second = asked("second", FIRST.plus(Duration.ofDays(3)));
		assertThat(this.waiting.put(second, FIRST)).isTrue();
		assertThat(this.waiting.put(asked("first", FIRST), FIRST.plusSeconds(1))).isFalse();
		assertThat(mine()).containsExactly(new WaitingReviews.Waiting(second, FIRST));
		ReviewRequested third = asked("third", FIRST.plus(Duration.ofDays(6)));
		assertThat(this.waiting.put(third, FIRST.plusSeconds(2))).isTrue();
		assertThat(mine()).as("it waits as long as the one before")
			.containsExactly(new WaitingReviews.Waiting(third, FIRST));
	}

	@Test
	void takesTheSameQuestionTwice() {
		ReviewRequested question = asked("first", FIRST);
		assertThat(this.waiting.put(question, FIRST)).isTrue();
		assertThat(this.waiting.put(question, FIRST.plusSeconds(1))).isTrue();
		assertThat(mine()).hasSize(1);
	}

	@Test
	void takesTheLastOfThoseThatDoNotSaySinceWhen() {
		this.waiting.put(asked("first", FIRST), FIRST);
		ReviewRequested timeless = asked("second", null);
		assertThat(this.waiting.put(timeless, FIRST)).isTrue();
		assertThat(mine()).extracting(WaitingReviews.Waiting::request).containsExactly(timeless);
	}

	private List<WaitingReviews.Waiting> mine() {
		return this.waiting.all().stream().filter((each) -> this.execution.equals(each.request().execution())).toList();
	}

	private ReviewRequested asked(String token, @Nullable Instant since) {
		return new ReviewRequested(token, this.execution, anime(1), List.of("SAMPLE"), 0.6, since);
	}

}

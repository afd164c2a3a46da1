package io.mokuroku.review.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ReviewReportTests {

	private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");

	@Test
	void countsEachReasonAndEachVerdict() {
		List<ReviewTask> tasks = List.of(decided(Verdict.APPROVE, 1, "POPULAR"),
				decided(Verdict.REJECT, 1, "CORE_CONFLICT", "POPULAR"), decided(Verdict.SUPERSEDED, 1, "SAMPLE"),
				asked("SAMPLE"));
		assertThat(ReviewReport.reasons(tasks)).isEqualTo(Map.of("POPULAR", 2, "CORE_CONFLICT", 1, "SAMPLE", 2));
		List<ReviewTask> decided = ReviewReport.decided(tasks);
		assertThat(decided).as("nobody decides that a question took another's place").hasSize(2);
		assertThat(ReviewReport.verdicts(decided)).isEqualTo(Map.of(Verdict.APPROVE, 1, Verdict.REJECT, 1));
	}

	@Test
	void tellsHowLongHalfAndNineOfTenTook() {
		List<ReviewTask> ten = IntStream.rangeClosed(1, 10)
			.mapToObj((minutes) -> decided(Verdict.APPROVE, 11 - minutes, "POPULAR"))
			.toList();
		assertThat(ReviewReport.WaitingTime.of(ten)).isEqualTo(new ReviewReport.WaitingTime(300, 540));
		assertThat(ReviewReport.WaitingTime.of(ten.subList(0, 1))).isEqualTo(new ReviewReport.WaitingTime(600, 600));
		assertThat(ReviewReport.WaitingTime.of(List.of())).isNull();
	}

	@Test
	void measuresHowOftenPeopleAgreeWithTheMachine() {
		List<ReviewTask> tasks = List.of(decided(Verdict.APPROVE, 1, "SAMPLE"), decided(Verdict.APPROVE, 1, "SAMPLE"),
				decided(Verdict.APPROVE_WITH_EDITS, 1, "SAMPLE"), decided(Verdict.REJECT, 1, "SAMPLE"),
				decided(Verdict.DEFER, 1, "SAMPLE"), decided(Verdict.APPROVE, 1, "POPULAR"));
		assertThat(ReviewReport.Agreement.of(tasks)).isEqualTo(new ReviewReport.Agreement(4, 2, 0.5));
		assertThat(ReviewReport.Agreement.of(tasks.subList(5, 6))).isNull();
	}

	private static ReviewTask asked(String... reasons) {
		return Reviews.asked(new ReviewRequested("token", "run", Reviews.anime(1), List.of(reasons), 0.9, null), ASKED);
	}

	private static ReviewTask decided(Verdict verdict, int minutes, String... reasons) {
		return asked(reasons).decided(new Decision(verdict, "ada", null, ASKED.plus(Duration.ofMinutes(minutes))));
	}

}

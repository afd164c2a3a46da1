package io.mokuroku.review;

import java.time.Instant;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.ReviewsApi.refused;
import static org.assertj.core.api.Assertions.assertThat;

@ReviewServiceTest
final class ReviewReportApiTests {

	private final ReviewsApi api;

	private final ReviewTasks tasks;

	ReviewReportApiTests(MockMvcTester http, ReviewTasks tasks) {
		this.api = new ReviewsApi(http);
		this.tasks = tasks;
	}

	@Test
	void reportsOnTheQuestionsOfSomeDays() {
		Instant lastMoment = Instant.parse("2019-05-02T23:59:59.999Z");
		ReviewTask task = Reviews.asked(aQuestion("report-in", Reviews.anime(5)), lastMoment);
		this.tasks.save(task);
		this.tasks.save(Reviews.asked(aQuestion("report-out", Reviews.anime(6)), lastMoment.plusMillis(1)));
		assertThat(this.api.get("/v1/reviews/report?from=2019-05-01&to=2019-05-03")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"data":{"type":"review-reports","id":"2019-05-01/2019-05-03","attributes":{"asked":1,"decided":0,
					"reasons":{"CORE_CONFLICT":1,"LOW_CONFIDENCE":1},"verdicts":{},"costs":{},"currency":"USD"}}}""");
	}

	@Test
	void tellsWhatIsLeftOfTheBudget() {
		assertThat(this.api.get("/v1/reviews/report")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data.attributes.budget.today")
			.asNumber()
			.satisfies((left) -> assertThat(left.intValue()).isBetween(0, 60));
	}

	@ParameterizedTest
	@ValueSource(strings = { "from=2019-05-03&to=2019-05-03", "from=2018-01-01&to=2019-05-03", "from=x" })
	void refusesDaysThatAreNone(String query) {
		refused(this.api.get("/v1/reviews/report?" + query), HttpStatus.BAD_REQUEST, "invalid_parameter");
	}

}

package io.mokuroku.review.cost;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

	private static final int DAYS = 30;

	private static final int MOST_DAYS = 366;

	private final ReportReviews reportReviews;

	private final InstantSource clock;

	ReportController(ReportReviews reportReviews, InstantSource clock) {
		this.reportReviews = reportReviews;
		this.clock = clock;
	}

	/** The last 30 days with today, unless others are asked for. */
	@GetMapping("/v1/reviews/report")
	Document report(@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		LocalDate end = (to != null) ? to : LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(1);
		LocalDate first = (from != null) ? from : end.minusDays(DAYS);
		if (!first.isBefore(end)) {
			throw ApiProblem.badParameter("from", "must be before to, which is the day after the last");
		}
		if (first.isBefore(end.minusDays(MOST_DAYS))) {
			throw ApiProblem.badParameter("from", "must not be more than %d days before to".formatted(MOST_DAYS));
		}
		return new Document(new Data("review-reports", first + "/" + end, this.reportReviews.report(first, end)));
	}

	/**
	 * A report as clients see it.
	 *
	 * @param data the one resource of the document
	 */
	record Document(Data data) {

	}

	/**
	 * A JSON:API resource.
	 *
	 * @param type always {@code review-reports}
	 * @param id the days
	 * @param attributes the report
	 */
	record Data(String type, String id, ReviewReport attributes) {

	}

}

package io.mokuroku.review.cost;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.task.Priority;

/**
 * A question that waits for budget.
 *
 * @param request what is asked
 * @param since when it was asked
 * @param priority how pressing it is
 */
record WaitingReview(ReviewRequested request, Instant since, Priority priority) {

	/** The most pressing first, and of these what waits longest. */
	static final Comparator<WaitingReview> ORDER = Comparator.comparing(WaitingReview::priority)
		.reversed()
		.thenComparing(WaitingReview::since);

	WaitingReview {
		Objects.requireNonNull(request, "request");
		Objects.requireNonNull(since, "since");
		Objects.requireNonNull(priority, "priority");
	}

}

package io.mokuroku.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.review.comparison.FieldDifference;
import io.mokuroku.review.task.AuditLine;
import io.mokuroku.review.task.Claim;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * One review as clients see it.
 *
 * @param data the one resource of the document
 */
record ReviewDocument(Data data) {

	static ReviewDocument of(ReviewCase review) {
		return new ReviewDocument(Data.full(review));
	}

	static ReviewDocument of(ReviewTask task) {
		return new ReviewDocument(Data.brief(new ReviewCase(task, null, null, List.of())));
	}

	/**
	 * Several reviews.
	 *
	 * @param data the reviews, the most pressing first
	 * @param links where the next page is, under {@code next}
	 */
	record Page(List<Data> data, Map<String, String> links) {

	}

	/**
	 * A JSON:API resource.
	 *
	 * @param type always {@code reviews}
	 * @param id the task
	 * @param attributes the review
	 */
	record Data(String type, TaskId id, Attributes attributes) {

		static Data brief(ReviewCase review) {
			return new Data("reviews", review.task().id(), Attributes.of(review, null));
		}

		static Data full(ReviewCase review) {
			return new Data("reviews", review.task().id(),
					Attributes.of(review, review.differences().stream().map(Difference::of).toList()));
		}

	}

	/**
	 * What is told of a review. The last four are told of a single review only.
	 *
	 * @param animeId the entry
	 * @param title its name, where it is known
	 * @param type how it was released, where that is known
	 * @param state how far the review has come
	 * @param reasons why people are asked, as codes
	 * @param confidence how sure the workflow is, from 0 to 1
	 * @param priority how pressing it is
	 * @param escalations how often nobody decided in time
	 * @param claim who works on it
	 * @param queuedAt since when it waits
	 * @param version to be sent along with a decision
	 * @param entryVersion the version of the entry as it is, to be sent along with a
	 * decision that shall count for this one only
	 * @param decision what was decided
	 * @param audit what happened
	 * @param live the entry as it is
	 * @param proposal the entry as it is proposed
	 * @param differences field by field, the changed ones first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Attributes(AnimeId animeId, @Nullable String title, @Nullable AnimeType type, TaskState state,
			List<String> reasons, double confidence, Priority priority, int escalations, @Nullable Claim claim,
			Instant queuedAt, long version, @Nullable Long entryVersion, @Nullable Decision decision,
			@Nullable List<AuditLine> audit, @Nullable AnimeEntry live, @Nullable AnimeEntry proposal,
			@Nullable List<Difference> differences) {

		static Attributes of(ReviewCase review, @Nullable List<Difference> differences) {
			ReviewTask task = review.task();
			AnimeEntry live = review.live();
			boolean known = live != null || review.proposal() != null || !task.subject().title().isEmpty();
			boolean full = differences != null;
			return new Attributes(task.animeId(), known ? review.title() : null, task.subject().type(), task.state(),
					task.reasons(), task.confidence(), task.priority(), task.escalations(), task.claim(),
					task.queuedAt(), task.version(), (live != null) ? live.revision().version() : null, task.decision(),
					full ? review.audit() : null, full ? live : null, review.proposal(), differences);
		}

	}

	/**
	 * One field.
	 *
	 * @param field its name
	 * @param live its value now
	 * @param proposed its proposed value
	 * @param changed whether they differ
	 * @param source who said so
	 * @param rule the rule that chose it
	 * @param confidence how sure it is
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Difference(String field, @Nullable String live, @Nullable String proposed, boolean changed,
			@Nullable String source, @Nullable String rule, @Nullable Double confidence) {

		static Difference of(FieldDifference difference) {
			var provenance = difference.provenance();
			return new Difference(difference.field(), difference.live(), difference.proposed(), difference.isChange(),
					(provenance != null) ? provenance.source() : null, (provenance != null) ? provenance.rule() : null,
					(provenance != null) ? provenance.confidence() : null);
		}

	}

}

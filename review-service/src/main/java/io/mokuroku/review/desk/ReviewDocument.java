package io.mokuroku.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.review.comparison.FieldDifference;
import io.mokuroku.review.task.AuditLine;
import io.mokuroku.review.task.Decision;
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
		return new ReviewDocument(Data.brief(new ReviewCase(task, null, null)));
	}

	/**
	 * Several reviews.
	 *
	 * @param data the reviews, the longest waiting first
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
	 * @param title its name, where the entry is known
	 * @param state how far the review has come
	 * @param reasons why people are asked, as codes
	 * @param confidence how sure the workflow is, from 0 to 1
	 * @param queuedAt since when it waits
	 * @param version to be sent along with a decision
	 * @param decision what was decided
	 * @param audit what happened
	 * @param live the entry as it is
	 * @param proposal the entry as it is proposed
	 * @param differences field by field, the changed ones first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Attributes(AnimeId animeId, @Nullable String title, TaskState state, List<String> reasons, double confidence,
			Instant queuedAt, long version, @Nullable Decision decision, @Nullable List<AuditLine> audit,
			@Nullable AnimeEntry live, @Nullable AnimeEntry proposal, @Nullable List<Difference> differences) {

		static Attributes of(ReviewCase review, @Nullable List<Difference> differences) {
			ReviewTask task = review.task();
			boolean known = review.live() != null || review.proposal() != null;
			boolean full = differences != null;
			return new Attributes(task.animeId(), known ? review.title() : null, task.state(), task.reasons(),
					task.confidence(), task.queuedAt(), task.version(), task.decision(), full ? task.audit() : null,
					full ? review.live() : null, review.proposal(), differences);
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

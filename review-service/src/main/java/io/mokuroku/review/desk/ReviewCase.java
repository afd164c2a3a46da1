package io.mokuroku.review.desk;

import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.review.comparison.CompareEntries;
import io.mokuroku.review.comparison.FieldDifference;
import io.mokuroku.review.task.AuditLine;
import io.mokuroku.review.task.ReviewTask;
import org.jspecify.annotations.Nullable;

/**
 * A task with everything one needs to decide it.
 *
 * @param task the task
 * @param live the entry as it is now
 * @param proposal what is proposed; absent once it was published or dropped
 * @param audit what happened, the earliest first; empty in lists
 */
public record ReviewCase(ReviewTask task, @Nullable AnimeEntry live, @Nullable AnimeEntry proposal,
		List<AuditLine> audit) {

	public ReviewCase {
		Objects.requireNonNull(task, "task");
		audit = List.copyOf(audit);
	}

	/** What the proposal would change, and what it would keep. */
	public List<FieldDifference> differences() {
		return (this.proposal != null) ? CompareEntries.compare(this.live, this.proposal) : List.of();
	}

	/** The best name there is for the entry. */
	public String title() {
		if (this.proposal != null) {
			return this.proposal.titles().main();
		}
		if (this.live != null) {
			return this.live.titles().main();
		}
		return this.task.subject().title().isEmpty() ? this.task.animeId().toString() : this.task.subject().title();
	}

}

package io.mokuroku.review.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskFilter;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskPage;
import org.jspecify.annotations.Nullable;

/**
 * Lays cases before reviewers.
 */
public final class ReviewDesk {

	private final ReviewTasks tasks;

	private final AnimeStore store;

	private final EntryParts parts;

	private final InstantSource clock;

	ReviewDesk(ReviewTasks tasks, AnimeStore store, EntryParts parts, InstantSource clock) {
		this.clock = clock;
		this.tasks = tasks;
		this.store = store;
		this.parts = parts;
	}

	/** One case. */
	public Optional<ReviewCase> find(TaskId id) {
		return this.tasks.find(id)
			.map((task) -> new ReviewCase(task, this.store.find(task.animeId()).orElse(null),
					this.parts.findProposal(task.animeId()).orElse(null), this.tasks.audit(task)));
	}

	/** What lies beside the entry of a task. */
	public Evidence evidence(ReviewTask task) {
		AnimeId id = task.animeId();
		Corrections corrections = this.parts.corrections(id);
		return Optional.of(task)
			.filter(ReviewTask::isOpen)
			.flatMap((_) -> this.parts.findProposedLists(id))
			.map((lists) -> new Evidence(this.parts.choices(id), lists.episodes(), lists.characters(), lists.staff(),
					lists.told(), corrections, true))
			.orElseGet(() -> new Evidence(this.parts.choices(id), this.parts.episodes(id), this.parts.characters(id),
					this.parts.staff(id), Map.of(), corrections, false));
	}

	/**
	 * A page of cases, the most pressing first; proposals are left out.
	 * @param from where an earlier page said the next begins
	 * @throws IllegalArgumentException if no page ever said so
	 */
	public CasePage page(TaskFilter filter, int most, @Nullable String from) {
		TaskPage page = this.tasks.page(filter, this.clock.instant(), most, from);
		Map<AnimeId, AnimeEntry> entries = this.store.findAll(page.tasks().stream().map(ReviewTask::animeId).toList());
		List<ReviewCase> cases = page.tasks()
			.stream()
			.map((task) -> new ReviewCase(task, entries.get(task.animeId()), null, List.of()))
			.toList();
		return new CasePage(cases, page.next());
	}

	/**
	 * Some cases.
	 *
	 * @param cases the cases
	 * @param next where the next page begins; absent on the last
	 */
	public record CasePage(List<ReviewCase> cases, @Nullable String next) {

		public CasePage {
			cases = List.copyOf(cases);
		}

	}

}

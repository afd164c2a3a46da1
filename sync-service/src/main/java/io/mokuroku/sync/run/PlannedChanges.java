package io.mokuroku.sync.run;

import java.util.ArrayList;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.sync.diff.Change;
import io.mokuroku.sync.diff.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Looking through the plan of a run, page by page.
 */
final class PlannedChanges {

	/** A page ends here even if it is not full, so that no page takes for ever. */
	private static final int PARTS_PER_PAGE = 20;

	private final PlanFiles files;

	PlannedChanges(PlanFiles files) {
		this.files = files;
	}

	/**
	 * A page of changes, in the order in which they are applied.
	 * @param run the run
	 * @param filter which changes
	 * @param after the number of the change after which the page begins, 0 at first
	 * @param most how many changes at most
	 */
	Page page(SyncRun run, Filter filter, int after, int most) {
		List<Numbered> found = new ArrayList<>();
		List<Integer> parts = run.planSoFar().parts();
		int first = 1;
		int read = 0;
		for (int part = 0; part < parts.size(); part++) {
			int size = parts.get(part);
			if (first + size - 1 > after) {
				if (read++ == PARTS_PER_PAGE) {
					return new Page(found, first - 1);
				}
				List<Change> changes = this.files.changes(run.id(), part);
				for (int i = Math.max(0, after - first + 1); i < size; i++) {
					if (filter.matches(changes.get(i))) {
						if (found.size() == most) {
							return new Page(found, first + i - 1);
						}
						found.add(new Numbered(first + i, changes.get(i)));
					}
				}
			}
			first += size;
		}
		return new Page(found, null);
	}

	/**
	 * Which changes to show.
	 *
	 * @param kind what they must be, among other things; absent for any
	 * @param anime which entry they must touch; absent for any
	 */
	record Filter(@Nullable Kind kind, @Nullable AnimeId anime) {

		boolean matches(Change change) {
			return (this.kind == null || change.counts().containsKey(this.kind))
					&& (this.anime == null || change.entries().contains(this.anime));
		}

	}

	/**
	 * A change and its place.
	 *
	 * @param number its number in the plan, from 1
	 * @param change what is changed
	 */
	record Numbered(int number, Change change) {
	}

	/**
	 * Some changes.
	 *
	 * @param changes the changes
	 * @param next after which number the next page begins; absent if this is the last
	 */
	record Page(List<Numbered> changes, @Nullable Integer next) {
	}

}

package io.mokuroku.sync.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.SourceLink;

/**
 * What becomes of links a release does not name any more: a dead one goes at once,
 * another is kept for this release and the next, and goes with the third.
 *
 * @param dropped the links that go
 * @param kept the links that stay for now
 * @param dead how many of those that go are dead
 * @param newlyMissing how many of those that stay were not yet counted in this release
 */
record Suspects(List<SourceLink> dropped, List<SourceLink> kept, int dead, int newlyMissing) {

	private static final int KEPT_FOR = 2;

	static Suspects of(Set<SourceLink> missing, AnimeEntry entry, List<AnimeEntry> merged, Surroundings around) {
		List<SourceLink> dropped = new ArrayList<>();
		List<SourceLink> kept = new ArrayList<>();
		int dead = 0;
		int newly = 0;
		for (SourceLink link : missing) {
			AnimeEntry holder = holder(link, entry, merged);
			int missed = holder.standing().missed(link);
			boolean counted = missed > 0 && around.release().equals(holder.standing().suspectedIn());
			if (around.dead().test(link)) {
				dropped.add(link);
				dead++;
			}
			else if (missed >= KEPT_FOR && !counted) {
				dropped.add(link);
			}
			else {
				kept.add(link);
				newly += counted ? 0 : 1;
			}
		}
		return new Suspects(dropped, kept, dead, newly);
	}

	/** Whether an entry must be written because of them. */
	boolean any() {
		return !this.dropped.isEmpty() || this.newlyMissing > 0;
	}

	private static AnimeEntry holder(SourceLink link, AnimeEntry entry, List<AnimeEntry> merged) {
		for (AnimeEntry other : merged) {
			if (other.sources().contains(link)) {
				return other;
			}
		}
		return entry;
	}

}

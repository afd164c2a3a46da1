package io.mokuroku.sync.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Where a release and the catalogue differ. Records and entries that share a link belong
 * together: most often one record and one entry, which differ or do not; a record without
 * entry is new, an entry without record gone. What remains are groups in which anime were
 * merged, split or had links moved. Which record comes first in the release plays no
 * part.
 */
public final class Differences {

	private static final int NONE = -1;

	private final BitSet added = new BitSet();

	private final BitSet changed = new BitSet();

	private final BitSet gone = new BitSet();

	/** The entry of each record that has one entry for itself. */
	private final int[] partner;

	private final Map<Integer, Group> groupOfRecord = new HashMap<>();

	private final List<Group> groups = new ArrayList<>();

	private Differences(int records) {
		this.partner = new int[records];
		Arrays.fill(this.partner, NONE);
	}

	/**
	 * Compares.
	 * @param state the catalogue
	 * @param release the release
	 * @param releasePrint the fingerprint of the release, by which suspect links count it
	 * once
	 */
	public static Differences between(CatalogueState state, ReleaseIndex release, long releasePrint) {
		int records = release.size();
		Differences found = new Differences(records);
		Sets sets = new Sets(records + state.size());
		BitSet touched = found.join(state, release, sets);
		int[] recordsOf = new int[records + state.size()];
		int[] entriesOf = new int[records + state.size()];
		for (int i = 0; i < records; i++) {
			recordsOf[sets.of(i)]++;
		}
		touched.stream().forEach((entry) -> entriesOf[sets.of(records + entry)]++);
		Map<Integer, Group> byRoot = new HashMap<>();
		for (int i = 0; i < records; i++) {
			int root = sets.of(i);
			if (recordsOf[root] == 1 && entriesOf[root] == 0) {
				found.added.set(i);
			}
			else if (recordsOf[root] > 1 || entriesOf[root] > 1) {
				found.groupOfRecord.put(i, byRoot.computeIfAbsent(root, (_) -> found.newGroup()).withRecord());
				found.partner[i] = NONE;
			}
			else if (differs(state, release, i, found.partner[i], releasePrint)) {
				found.changed.set(i);
			}
		}
		for (int entry = 0; entry < state.size(); entry++) {
			if (touched.get(entry)) {
				Group group = byRoot.get(sets.of(records + entry));
				if (group != null) {
					group.entries.add(entry);
				}
			}
			else if (state.live(entry)) {
				found.gone.set(entry);
			}
		}
		return found;
	}

	private BitSet join(CatalogueState state, ReleaseIndex release, Sets sets) {
		BitSet touched = new BitSet(state.size());
		int records = release.size();
		int unknown = 0;
		for (int i = 0; i < records; i++) {
			for (int at = release.linksFrom(i); at < release.linksTo(i); at++) {
				int entry = state.holder(release.link(at));
				if (entry == NONE) {
					unknown++;
				}
				else {
					touched.set(entry);
					this.partner[i] = entry;
					sets.join(i, records + entry);
				}
			}
		}
		LinkTable fresh = new LinkTable(unknown);
		for (int i = 0; unknown > 0 && i < records; i++) {
			for (int at = release.linksFrom(i); at < release.linksTo(i); at++) {
				long link = release.link(at);
				if (state.holder(link) == NONE) {
					int other = fresh.putIfAbsent(link, i);
					if (other != NONE) {
						sets.join(i, other);
					}
				}
			}
		}
		return touched;
	}

	private static boolean differs(CatalogueState state, ReleaseIndex release, int number, int entry,
			long releasePrint) {
		if (state.hash(entry) != release.hash(number) || !state.live(entry)) {
			return true;
		}
		int held = 0;
		for (int at = release.linksFrom(number); at < release.linksTo(number); at++) {
			held += (state.holder(release.link(at)) == entry) ? 1 : 0;
		}
		boolean gains = held < release.linkCount(number);
		boolean misses = held < state.linkCount(entry);
		return gains || (misses && state.suspectedIn(entry) != releasePrint);
	}

	private Group newGroup() {
		Group group = new Group();
		this.groups.add(group);
		return group;
	}

	/** Whether there are records that must be read again. */
	public boolean readAgain() {
		return !(this.added.isEmpty() && this.changed.isEmpty() && this.groups.isEmpty());
	}

	/** Whether something is to be decided about a record. */
	public boolean concerns(int number) {
		return isNew(number) || isChanged(number) || group(number) != null;
	}

	/** Whether no entry has a link of a record. */
	public boolean isNew(int number) {
		return this.added.get(number);
	}

	/** Whether a record differs from the one entry that has its links. */
	public boolean isChanged(int number) {
		return this.changed.get(number);
	}

	/** The entry that has the links of a record for itself, or -1. */
	public int partner(int number) {
		return this.partner[number];
	}

	/** The group a record belongs to, if it belongs to one. */
	public @Nullable Group group(int number) {
		return this.groupOfRecord.get(number);
	}

	/** Tells the entries whose links no record has. */
	public void forEachGone(IntConsumer entry) {
		this.gone.stream().forEach(entry);
	}

	/**
	 * Records and entries that must be decided about together.
	 */
	public static final class Group {

		private final List<Integer> entries = new ArrayList<>();

		private int records;

		private Group withRecord() {
			this.records++;
			return this;
		}

		/** How many records belong to it. */
		public int records() {
			return this.records;
		}

		/** The numbers of its entries. */
		public List<Integer> entries() {
			return List.copyOf(this.entries);
		}

	}

}

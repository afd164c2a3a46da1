package io.mokuroku.sync.diff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.store.EntryDigest;

/**
 * The catalogue as a release is compared with it: every entry in a few numbers, 400,000
 * entries with 2.4 million links in about 90 MiB.
 */
public final class CatalogueState {

	private final Longs ids;

	private final Longs hashes;

	private final Longs links;

	private final int[] linksFrom;

	private final Lifecycle[] lifecycles;

	private final Map<Integer, Long> suspectedIn;

	private final IdTable byId;

	private final LinkTable byLink;

	private CatalogueState(Builder builder) {
		this.ids = builder.ids;
		this.hashes = builder.hashes;
		this.links = builder.links;
		int size = this.hashes.size();
		this.linksFrom = Arrays.copyOf(builder.linksFrom, size + 1);
		this.lifecycles = Arrays.copyOf(builder.lifecycles, size);
		this.suspectedIn = builder.suspectedIn;
		this.byId = builder.byId;
		this.byLink = new LinkTable(this.links.size());
		for (int entry = 0; entry < size; entry++) {
			for (int i = this.linksFrom[entry]; i < this.linksFrom[entry + 1]; i++) {
				this.byLink.putIfAbsent(this.links.get(i), entry);
			}
		}
	}

	/** How many entries there are. */
	public int size() {
		return this.lifecycles.length;
	}

	/** The id of an entry. */
	public AnimeId id(int entry) {
		return new AnimeId(new UUID(this.ids.get(2 * entry), this.ids.get(2 * entry + 1)));
	}

	/** How far an entry has come. */
	public Lifecycle lifecycle(int entry) {
		return this.lifecycles[entry];
	}

	/** How far the entry of an id has come; empty if there is none. */
	public Optional<Lifecycle> lifecycle(AnimeId id) {
		int entry = this.byId.number(this.ids, id.value());
		return (entry < 0) ? Optional.empty() : Optional.of(lifecycle(entry));
	}

	boolean live(int entry) {
		return switch (lifecycle(entry)) {
			case DRAFT, ACTIVE -> true;
			case ORPHANED, REDIRECT -> false;
		};
	}

	long hash(int entry) {
		return this.hashes.get(entry);
	}

	int linkCount(int entry) {
		return this.linksFrom[entry + 1] - this.linksFrom[entry];
	}

	/** The release in which suspects of an entry were last looked for, or 0. */
	long suspectedIn(int entry) {
		return this.suspectedIn.getOrDefault(entry, 0L);
	}

	/** The entry that holds a link, or -1. */
	int holder(long link) {
		return this.byLink.get(link);
	}

	/**
	 * Takes entries in any order; one that is told twice counts once.
	 */
	public static final class Builder {

		private final Longs ids = new Longs();

		private final Longs hashes = new Longs();

		private final Longs links = new Longs();

		private final Map<Integer, Long> suspectedIn = new HashMap<>();

		private final IdTable byId = new IdTable();

		private int[] linksFrom = new int[1024];

		private Lifecycle[] lifecycles = new Lifecycle[1024];

		/** Adds an entry. */
		public void add(EntryDigest digest) {
			int entry = this.hashes.size();
			UUID id = digest.id().value();
			this.ids.add(id.getMostSignificantBits());
			this.ids.add(id.getLeastSignificantBits());
			if (!this.byId.putIfAbsent(this.ids, entry)) {
				this.ids.removeLast(2);
				return;
			}
			if (entry + 1 >= this.linksFrom.length) {
				this.linksFrom = Arrays.copyOf(this.linksFrom, entry + (entry >> 1) + 2);
				this.lifecycles = Arrays.copyOf(this.lifecycles, this.linksFrom.length);
			}
			this.hashes.add(digest.datasetHash());
			this.lifecycles[entry] = digest.lifecycle();
			if (digest.suspectedIn() != 0) {
				this.suspectedIn.put(entry, digest.suspectedIn());
			}
			for (int i = 0; i < digest.linkCount(); i++) {
				this.links.add(digest.link(i));
			}
			this.linksFrom[entry + 1] = this.links.size();
		}

		/** The state, once all entries are added. */
		public CatalogueState build() {
			return new CatalogueState(this);
		}

	}

}

package io.mokuroku.catalogue.store;

import org.jspecify.annotations.Nullable;

/**
 * The tables whose items nothing else can bring back. Locks, the outbox and jobs are not
 * among them: a copy of a lock would bind entries to owners that are gone, a copy of the
 * outbox would announce what has long been announced, and jobs tell of this installation
 * alone.
 */
public enum TruthTable {

	/** Entries with all their parts. */
	ANIME(EntryItems.TABLE, EntryItems.ANIME_ID, EntryItems.PART),

	/** Which entry a provider's link belongs to. */
	SOURCE_LINKS(SourceLinks.TABLE, SourceLinks.LINK, null),

	/** Where copies of pictures lie. */
	IMAGE_DEDUP("image-dedup", "image_key", null),

	/** What people were asked and what they said. */
	REVIEWS("reviews", "task_id", null);

	private final String tableName;

	private final String hashKey;

	private final @Nullable String rangeKey;

	TruthTable(String tableName, String hashKey, @Nullable String rangeKey) {
		this.tableName = tableName;
		this.hashKey = hashKey;
		this.rangeKey = rangeKey;
	}

	/** The name of the table in the cloud. */
	public String tableName() {
		return this.tableName;
	}

	String hashKey() {
		return this.hashKey;
	}

	@Nullable String rangeKey() {
		return this.rangeKey;
	}

}

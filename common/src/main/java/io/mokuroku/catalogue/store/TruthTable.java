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
	ANIME(EntryItems.TABLE, EntryItems.ANIME_ID, EntryItems.PART, "version"),

	/** Which entry a provider's link belongs to. */
	SOURCE_LINKS(SourceLinks.TABLE, SourceLinks.LINK, null, null),

	/** Where copies of pictures lie. */
	IMAGE_DEDUP("image-dedup", "image_key", null, null),

	/** What people were asked and what they said. */
	REVIEWS("reviews", "task_id", null, "revision"),

	/** Who did what to a review, line by line; lines never change. */
	REVIEW_AUDIT("review-audit", "anime_id", "line", null);

	private final String tableName;

	private final String hashKey;

	private final @Nullable String rangeKey;

	private final @Nullable String counter;

	TruthTable(String tableName, String hashKey, @Nullable String rangeKey, @Nullable String counter) {
		this.tableName = tableName;
		this.hashKey = hashKey;
		this.rangeKey = rangeKey;
		this.counter = counter;
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

	/** The attribute that counts how often an item was written, if one does. */
	@Nullable String counter() {
		return this.counter;
	}

}

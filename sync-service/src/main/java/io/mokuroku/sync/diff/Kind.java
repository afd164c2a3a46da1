package io.mokuroku.sync.diff;

/**
 * What changes between catalogue and release. The order is that in which a change that is
 * several things at once gets its name.
 */
public enum Kind {

	/** An entry becomes a redirect to the one it is the same as. */
	MERGED,

	/** Links of an entry make up an entry of their own. */
	SPLIT,

	/** A link goes from one entry to another. */
	MOVED_LINK,

	/** Entries look the same, but not sure enough to merge them without asking. */
	MERGE_PROPOSAL,

	/** An entry that a person approved looks like several. */
	SPLIT_PROPOSAL,

	/** An orphaned entry is named again. */
	RETURNED,

	/** Nobody holds any link of a record. */
	NEW,

	/** The record of an entry says something else. */
	CHANGED,

	/** No record names an entry any more. */
	GONE,

	/** A link that is no longer named leads nowhere and is dropped. */
	DEAD_LINK,

	/** A link that three releases have not named is dropped. */
	LINK_DROPPED,

	/** A link is no longer named and kept for now. */
	LINK_SUSPECT,

	/** The dataset knows of more episodes than an enriched entry. */
	EPISODE_GAP,

	/** The dataset and an enriched entry differ in status. */
	STATUS

}

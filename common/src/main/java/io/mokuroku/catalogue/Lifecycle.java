package io.mokuroku.catalogue;

/**
 * How far an entry has come in the catalogue. Nothing is ever deleted.
 */
public enum Lifecycle {

	/** Known from the dataset alone. */
	DRAFT,

	/** Enriched and approved. */
	ACTIVE,

	/** No longer in the dataset; hidden from default answers. */
	ORPHANED,

	/** Merged into another entry, to which its id leads. */
	REDIRECT;

	/** Whether it is in the catalogue that people see: a draft, or active. */
	public boolean isLive() {
		return switch (this) {
			case DRAFT, ACTIVE -> true;
			case ORPHANED, REDIRECT -> false;
		};
	}

}

package io.mokuroku.enrichment.commit;

/**
 * Who decided that a proposal is published, and how.
 */
public enum Decision {

	/** The checks found nothing a person must see. */
	AUTO,

	/** A person approved it. */
	APPROVE,

	/** A person corrected and approved it. */
	APPROVE_WITH_EDITS;

	boolean isHuman() {
		return this != AUTO;
	}

}

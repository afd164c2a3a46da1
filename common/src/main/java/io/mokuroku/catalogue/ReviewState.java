package io.mokuroku.catalogue;

/**
 * What people have said about an entry.
 */
public enum ReviewState {

	/** Nobody was asked. */
	NONE,

	/** A person has been asked and has not answered yet. */
	PENDING,

	/** The checks found nothing that a person must see. */
	AUTO_APPROVED,

	/** A person approved it. */
	APPROVED,

	/** A person refused it. */
	REJECTED

}

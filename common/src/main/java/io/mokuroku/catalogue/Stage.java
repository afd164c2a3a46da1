package io.mokuroku.catalogue;

/**
 * The parts of an entry that are worked on side by side when it is enriched.
 */
public enum Stage {

	/** Titles, type, dates, subjects, production, synopsis. */
	METADATA,

	/** The list of episodes. */
	EPISODES,

	/** Other anime it belongs with, and what it was made from. */
	RELATIONS,

	/** Ratings, pictures, videos and links. */
	MEDIA,

	/** The characters and who speaks them. */
	CHARACTERS,

	/** Who made it. */
	STAFF

}

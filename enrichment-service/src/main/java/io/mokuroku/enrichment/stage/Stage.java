package io.mokuroku.enrichment.stage;

/**
 * The parts of an entry that are worked on side by side.
 */
public enum Stage {

	/** Titles, type, dates, subjects, production, synopsis. */
	METADATA,

	/** The list of episodes. */
	EPISODES,

	/** Ratings and pictures. */
	MEDIA

}

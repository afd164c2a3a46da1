package io.mokuroku.review.task;

/**
 * Where a proposal that is made anew begins.
 */
public enum Rerun {

	/** All sources are asked again. */
	FETCH,

	/** Titles, type, dates, subjects, production, synopsis. */
	METADATA,

	/** The list of episodes. */
	EPISODES,

	/** Ratings, pictures, videos and links. */
	MEDIA,

	/** Other anime it belongs with, and what it was made from. */
	RELATIONS,

	/** The characters and who speaks them. */
	CHARACTERS,

	/** Who made it. */
	STAFF

}

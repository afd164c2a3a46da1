package io.mokuroku.upstream;

/**
 * Which release of an episode a time belongs to.
 */
public enum ReleaseKind {

	/** On Japanese television. */
	RAW,

	/** With English subtitles. */
	SUB,

	/** With English voices. */
	DUB

}

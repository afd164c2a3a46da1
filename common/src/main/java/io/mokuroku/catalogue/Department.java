package io.mokuroku.catalogue;

/**
 * The part of a production somebody works in.
 */
public enum Department {

	DIRECTION, WRITING, MUSIC, DESIGN, ANIMATION, ART, SOUND, PRODUCTION, ORIGINAL_WORK, OTHER

}

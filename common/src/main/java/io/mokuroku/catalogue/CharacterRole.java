package io.mokuroku.catalogue;

/**
 * How much an anime is about a character, the most prominent first.
 */
public enum CharacterRole {

	MAIN, SUPPORTING, BACKGROUND

}

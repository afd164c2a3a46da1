package io.mokuroku.catalogue;

/**
 * The broadcast quarter of a premiere: winter is January to March.
 */
public enum Season {

	WINTER, SPRING, SUMMER, FALL

}

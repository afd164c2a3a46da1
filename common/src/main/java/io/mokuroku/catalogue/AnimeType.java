package io.mokuroku.catalogue;

/**
 * How a work was released.
 */
public enum AnimeType {

	TV, TV_SHORT, TV_SPECIAL, MOVIE, OVA, ONA, SPECIAL, MUSIC, PV, CM, UNKNOWN

}

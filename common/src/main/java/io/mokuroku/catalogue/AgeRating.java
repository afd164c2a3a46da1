package io.mokuroku.catalogue;

/**
 * The audience a work is meant for, in MyAnimeList's classes.
 */
public enum AgeRating {

	G, PG, PG13, R17, R_PLUS, RX

}

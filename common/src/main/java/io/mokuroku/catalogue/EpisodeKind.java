package io.mokuroku.catalogue;

/**
 * What sort of episode a number counts.
 */
public enum EpisodeKind {

	REGULAR, SPECIAL, CREDIT, TRAILER, PARODY, OTHER

}

package io.mokuroku.catalogue;

/**
 * Where a work stands between announcement and its last episode.
 */
public enum AiringStatus {

	UPCOMING, ONGOING, HIATUS, FINISHED, CANCELLED, UNKNOWN

}

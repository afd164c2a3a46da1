package io.mokuroku.sync.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who is right where a snapshot and the tables differ. */
enum RestoreMode {

	/** The higher version; the tables where there is none to compare. */
	@JsonProperty("newer-wins")
	NEWER_WINS,

	/** The snapshot. What it does not know stays. */
	@JsonProperty("snapshot-wins")
	SNAPSHOT_WINS

}

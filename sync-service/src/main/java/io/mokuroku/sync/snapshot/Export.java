package io.mokuroku.sync.snapshot;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is open to all, told beside it.
 *
 * @param schemaVersion how lines are to be read
 * @param id the snapshot it was made of
 * @param takenAt the time it shows
 * @param sourceRelease the dataset release that was applied last
 * @param key where its file lies
 * @param bytes the size of the file
 * @param sha256 the digest of the file, in hexadecimal
 * @param entries how many lines it has
 * @param licence under which terms it may be used
 */
record Export(int schemaVersion, String id, Instant takenAt, @Nullable String sourceRelease, String key, long bytes,
		String sha256, long entries, Manifest.Licence licence) {

	static final int SCHEMA_VERSION = 1;

}

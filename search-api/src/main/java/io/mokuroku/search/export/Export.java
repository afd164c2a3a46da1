package io.mokuroku.search.export;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An export as sync-service tells of it.
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
		String sha256, long entries, Licence licence) {

	Export {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(takenAt, "takenAt");
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(sha256, "sha256");
		Objects.requireNonNull(licence, "licence");
	}

	/**
	 * The terms of the data.
	 *
	 * @param database the licence of the database as a whole
	 * @param databaseUrl its text
	 * @param contents the licence of what is in it
	 * @param contentsUrl its text
	 * @param attribution what must be said where the data is used
	 */
	record Licence(String database, String databaseUrl, String contents, String contentsUrl, String attribution) {
	}

}

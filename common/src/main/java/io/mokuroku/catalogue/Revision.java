package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Which state of an entry this is.
 *
 * @param version from 1, one more with every commit
 * @param createdAt when the entry came into the catalogue
 * @param updatedAt when this state was committed
 * @param datasetHash a digest of the dataset record this entry was last compared with
 * @param trace the trace id under which this state was committed
 */
public record Revision(long version, Instant createdAt, Instant updatedAt, String datasetHash, @Nullable String trace) {

	public Revision {
		Objects.requireNonNull(createdAt, "createdAt");
		Objects.requireNonNull(updatedAt, "updatedAt");
		Objects.requireNonNull(datasetHash, "datasetHash");
		if (version < 1) {
			throw new IllegalArgumentException("Versions count from 1");
		}
	}

	/** The first state of an entry. */
	public static Revision first(Instant now, String datasetHash, @Nullable String trace) {
		return new Revision(1, now, now, datasetHash, trace);
	}

	/** The state after this one. */
	public Revision next(Instant now, @Nullable String newTrace) {
		return new Revision(this.version + 1, this.createdAt, now, this.datasetHash, newTrace);
	}

	/** The same state compared with another dataset record. */
	public Revision withDatasetHash(String hash) {
		return new Revision(this.version, this.createdAt, this.updatedAt, hash, this.trace);
	}

}

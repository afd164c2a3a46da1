package io.mokuroku.sync.release;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A release of which we keep our own copy.
 *
 * @param name what its publisher or its file calls it
 * @param sha256 the digest of its bytes, which is its identity
 * @param bytes its size
 * @param lastUpdate the day it was built on; absent if it does not say
 * @param licence what its publisher allows; absent if it does not say
 * @param asset the published file it was taken from; absent if it was taken from an
 * address or a file
 */
public record Release(String name, String sha256, long bytes, @Nullable LocalDate lastUpdate, @Nullable String licence,
		@Nullable Asset asset) {

	public Release {
		Objects.requireNonNull(name, "name");
		if (!sha256.matches("[0-9a-f]{64}")) {
			throw new IllegalArgumentException("Not a SHA-256 digest");
		}
	}

	/** The same bytes, published once more. */
	Release publishedAs(@Nullable Asset other) {
		return new Release(this.name, this.sha256, this.bytes, this.lastUpdate, this.licence,
				(other != null) ? other : this.asset);
	}

}

package io.mokuroku.sync.release;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A file of a published release, as its publisher describes it.
 *
 * @param id a number that changes when the file is put there anew
 * @param tag what the release is tagged with
 * @param updatedAt when the file was put there
 * @param size its length in bytes
 * @param digest the SHA-256 of its bytes in lower-case hexadecimal digits; absent if the
 * publisher does not tell
 * @param address where it can be downloaded
 */
public record Asset(long id, String tag, Instant updatedAt, long size, @Nullable String digest, URI address) {

	public Asset {
		Objects.requireNonNull(tag, "tag");
		Objects.requireNonNull(updatedAt, "updatedAt");
		Objects.requireNonNull(address, "address");
		if (size < 0) {
			throw new IllegalArgumentException("An asset cannot be shorter than nothing");
		}
	}

	/**
	 * Whether this is the file that another description speaks of, untouched since.
	 */
	boolean describesTheSameAs(Asset other) {
		return this.id == other.id && this.size == other.size && this.updatedAt.equals(other.updatedAt)
				&& Objects.equals(this.digest, other.digest);
	}

}

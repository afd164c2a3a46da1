package io.mokuroku.sync.release;

import java.util.Objects;

/**
 * A release of which we keep our own copy.
 *
 * @param name what its publisher or its file calls it
 * @param sha256 the digest of its bytes, which is its identity
 * @param bytes its size
 */
public record Release(String name, String sha256, long bytes) {

	public Release {
		Objects.requireNonNull(name, "name");
		if (!sha256.matches("[0-9a-f]{64}")) {
			throw new IllegalArgumentException("Not a SHA-256 digest");
		}
	}

	/** Where our copy lies. */
	String key() {
		return "releases/" + this.sha256;
	}

}

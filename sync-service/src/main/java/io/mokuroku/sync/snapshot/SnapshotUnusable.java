package io.mokuroku.sync.snapshot;

import io.mokuroku.job.GivenUp;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot that must not be used: not there, not whole, or not as it was written. No
 * repetition mends it.
 */
final class SnapshotUnusable extends GivenUp {

	SnapshotUnusable(String reason) {
		this(reason, null);
	}

	SnapshotUnusable(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}

package io.mokuroku.sync.release;

import java.time.Instant;
import java.util.Objects;

/**
 * A release the catalogue follows.
 *
 * @param release the release
 * @param census what it held
 * @param appliedAt when its application ended
 */
public record AppliedRelease(Release release, Census census, Instant appliedAt) {

	public AppliedRelease {
		Objects.requireNonNull(release, "release");
		Objects.requireNonNull(census, "census");
		Objects.requireNonNull(appliedAt, "appliedAt");
	}

}

package io.mokuroku.enrichment.image;

import org.jspecify.annotations.Nullable;

/**
 * A picture that cannot be had now, and perhaps later. No entry fails for that.
 */
final class ImageUnavailable extends Exception {

	ImageUnavailable(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}

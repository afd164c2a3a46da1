package io.mokuroku.enrichment.image;

import org.jspecify.annotations.Nullable;

/**
 * A picture that is not copied. No entry fails for that.
 */
final class ImageRefused extends Exception {

	ImageRefused(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}

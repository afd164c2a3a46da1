package io.mokuroku.enrichment.image;

import java.util.Arrays;
import java.util.Optional;

/**
 * The picture formats that are kept, told by the first bytes and not by what a server
 * says.
 */
enum ImageFormat {

	/** RFC 2083, section 12.12. */
	PNG("png", "image/png") {
		@Override
		boolean begins(byte[] content) {
			return hasAt(content, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
		}
	},

	JPEG("jpg", "image/jpeg") {
		@Override
		boolean begins(byte[] content) {
			return hasAt(content, 0, 0xFF, 0xD8, 0xFF);
		}
	},

	/** RFC 9649, section 2.4. */
	WEBP("webp", "image/webp") {
		@Override
		boolean begins(byte[] content) {
			return hasAt(content, 0, 'R', 'I', 'F', 'F') && hasAt(content, 8, 'W', 'E', 'B', 'P');
		}
	};

	private final String extension;

	private final String mediaType;

	ImageFormat(String extension, String mediaType) {
		this.extension = extension;
		this.mediaType = mediaType;
	}

	static Optional<ImageFormat> of(byte[] content) {
		return Arrays.stream(values()).filter((format) -> format.begins(content)).findFirst();
	}

	String extension() {
		return this.extension;
	}

	String mediaType() {
		return this.mediaType;
	}

	abstract boolean begins(byte[] content);

	private static boolean hasAt(byte[] content, int offset, int... expected) {
		if (content.length < offset + expected.length) {
			return false;
		}
		for (int i = 0; i < expected.length; i++) {
			if ((content[offset + i] & 0xFF) != expected[i]) {
				return false;
			}
		}
		return true;
	}

}

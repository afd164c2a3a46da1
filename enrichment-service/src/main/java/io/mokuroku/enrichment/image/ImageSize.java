package io.mokuroku.enrichment.image;

import java.util.Optional;

/**
 * How large a picture is once it is unpacked, as its header says. Nothing is unpacked to
 * learn it, so that a small file which would need gigabytes does no harm.
 *
 * @param width in pixels
 * @param height in pixels
 */
record ImageSize(long width, long height) {

	/** How many pixels there are. */
	long pixels() {
		return this.width * this.height;
	}

	/** The size that a content of a format tells; empty if it tells none. */
	static Optional<ImageSize> of(ImageFormat format, byte[] content) {
		ImageSize size = switch (format) {
			case PNG -> png(content);
			case JPEG -> jpeg(content);
			case WEBP -> webp(content);
		};
		return (size.width > 0 && size.height > 0) ? Optional.of(size) : Optional.empty();
	}

	/** RFC 2083, section 4.1.1. */
	private static ImageSize png(byte[] content) {
		return new ImageSize(bigEndian(content, 16, 4), bigEndian(content, 20, 4));
	}

	/** The first frame header (ITU-T T.81, B.2.2). */
	private static ImageSize jpeg(byte[] content) {
		int at = 2;
		while (at + 9 < content.length && (content[at] & 0xFF) == 0xFF) {
			int marker = content[at + 1] & 0xFF;
			boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
			if (frame) {
				return new ImageSize(bigEndian(content, at + 7, 2), bigEndian(content, at + 5, 2));
			}
			at += (marker == 0xFF) ? 1 : 2 + (int) bigEndian(content, at + 2, 2);
		}
		return new ImageSize(0, 0);
	}

	/** RFC 9649, sections 2.5 to 2.7 and 3.4. */
	private static ImageSize webp(byte[] content) {
		return switch ((int) bigEndian(content, 12, 4)) {
			case 0x56503858 -> new ImageSize(1 + littleEndian(content, 24, 3), 1 + littleEndian(content, 27, 3));
			case 0x5650384C -> new ImageSize(1 + (littleEndian(content, 21, 4) & 0x3FFF),
					1 + (littleEndian(content, 21, 4) >> 14 & 0x3FFF));
			case 0x56503820 ->
				new ImageSize(littleEndian(content, 26, 2) & 0x3FFF, littleEndian(content, 28, 2) & 0x3FFF);
			default -> new ImageSize(0, 0);
		};
	}

	private static long bigEndian(byte[] content, int from, int count) {
		long value = 0;
		for (int i = 0; i < count; i++) {
			value = value << 8 | at(content, from + i);
		}
		return value;
	}

	private static long littleEndian(byte[] content, int from, int count) {
		long value = 0;
		for (int i = count - 1; i >= 0; i--) {
			value = value << 8 | at(content, from + i);
		}
		return value;
	}

	private static int at(byte[] content, int index) {
		return (index < content.length) ? content[index] & 0xFF : 0;
	}

}

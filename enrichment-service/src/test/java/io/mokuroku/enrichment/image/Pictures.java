package io.mokuroku.enrichment.image;

import java.util.HexFormat;

/**
 * The beginnings of pictures, which are all that is looked at.
 */
final class Pictures {

	static final byte[] PNG = png(2, 3);

	static final byte[] JPEG = bytes("ffd8ffe000104a46494600010100000100010000ffdb0004ffffffc0001108000300020301");

	static final byte[] WEBP = bytes("524946461a0000005745425056503820000000000000009d012a02000300");

	private Pictures() {
	}

	/** A PNG that says how large it is. */
	static byte[] png(int width, int height) {
		return bytes("89504e470d0a1a0a0000000d49484452%08x%08x0802000000".formatted(width, height));
	}

	static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex);
	}

}

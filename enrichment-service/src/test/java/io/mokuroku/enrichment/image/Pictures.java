package io.mokuroku.enrichment.image;

import java.util.HexFormat;

/**
 * The beginnings of pictures, which are all that is looked at.
 */
final class Pictures {

	static final byte[] PNG = bytes("89504e470d0a1a0a0000000d49484452");

	static final byte[] JPEG = bytes("ffd8ffe000104a464946");

	static final byte[] WEBP = bytes("524946461a000000574542505650384c");

	private Pictures() {
	}

	private static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex);
	}

}

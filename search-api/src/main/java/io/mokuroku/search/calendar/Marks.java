package io.mokuroku.search.calendar;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Marks by which a client knows an answer again.
 */
final class Marks {

	private static final int BYTES = 16;

	private Marks() {
	}

	static byte[] digest(byte[] body) {
		try {
			return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(body), BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

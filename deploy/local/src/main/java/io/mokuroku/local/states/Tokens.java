package io.mokuroku.local.states;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * Task tokens: they name the execution they belong to, so that an answer finds it, and
 * carry a checksum, so that a token that was never issued is told from one that is over.
 */
final class Tokens {

	private static final int KEY_BYTES = 16;

	private static final int NONCE_BYTES = 16;

	private static final int LENGTH = KEY_BYTES + NONCE_BYTES + Integer.BYTES;

	private Tokens() {
	}

	/** The key of an execution: a digest that is also safe as a file name. */
	static String key(String executionArn) {
		return HexFormat.of().formatHex(digest(executionArn), 0, KEY_BYTES);
	}

	/** The whole digest of a text. */
	static String digestOf(String text) {
		return HexFormat.of().formatHex(digest(text));
	}

	static String issue(String key, RandomGenerator random) {
		ByteBuffer token = ByteBuffer.allocate(LENGTH);
		token.put(HexFormat.of().parseHex(key)).putLong(random.nextLong()).putLong(random.nextLong());
		token.putInt(checksum(token.array()));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
	}

	/** The key of the execution a token was issued for, or empty if it never was. */
	static Optional<String> findKey(String token) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(token);
			boolean genuine = bytes.length == LENGTH
					&& ByteBuffer.wrap(bytes).getInt(LENGTH - Integer.BYTES) == checksum(bytes);
			return genuine ? Optional.of(HexFormat.of().formatHex(bytes, 0, KEY_BYTES)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static int checksum(byte[] token) {
		CRC32 checksum = new CRC32();
		checksum.update(token, 0, KEY_BYTES + NONCE_BYTES);
		return (int) checksum.getValue();
	}

	private static byte[] digest(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}

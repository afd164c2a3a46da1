package io.mokuroku.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4). Texts are digested in UTF-8.
 */
public final class Sha256 {

	private Sha256() {
	}

	/** A digest of nothing yet, to be updated. */
	public static MessageDigest begun() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** The 32 bytes of a content. */
	public static byte[] of(byte[] content) {
		return begun().digest(content);
	}

	/** The 32 bytes of a text. */
	public static byte[] of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/** A content in 64 hexadecimal digits. */
	public static String hex(byte[] content) {
		return beginning(of(content), 32);
	}

	/** A text in 64 hexadecimal digits. */
	public static String hex(String text) {
		return beginning(of(text), 32);
	}

	/** The content of a file in 64 hexadecimal digits, read piece by piece. */
	public static String hex(Path file) throws IOException {
		MessageDigest digest = begun();
		try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
			bytes.transferTo(OutputStream.nullOutputStream());
		}
		return beginning(digest.digest(), 32);
	}

	/**
	 * The beginning of a digest in hexadecimal digits.
	 * @param bytes how many bytes, from 1 to 32; each makes two digits
	 */
	public static String beginning(byte[] digest, int bytes) {
		return HexFormat.of().formatHex(digest, 0, bytes);
	}

}

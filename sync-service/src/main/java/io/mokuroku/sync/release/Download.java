package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.mokuroku.digest.Sha256;

/**
 * Bytes that were written to a file.
 *
 * @param sha256 their digest, computed while they were written
 * @param bytes how many they are
 */
record Download(String sha256, long bytes) {

	/**
	 * Writes a stream to a file.
	 * @throws IOException if it breaks off, is longer than it may be, or cannot be
	 * written
	 */
	static Download save(InputStream source, Path target, long mostBytes) throws IOException {
		MessageDigest digest = Sha256.begun();
		long bytes = 0;
		try (OutputStream file = Files.newOutputStream(target)) {
			byte[] buffer = new byte[1 << 16];
			int count = source.read(buffer);
			while (count >= 0) {
				bytes += count;
				if (bytes > mostBytes) {
					throw new IOException("it is longer than the %d bytes it may have".formatted(mostBytes));
				}
				digest.update(buffer, 0, count);
				file.write(buffer, 0, count);
				count = source.read(buffer);
			}
		}
		return new Download(HexFormat.of().formatHex(digest.digest()), bytes);
	}

}

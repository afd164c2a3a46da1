package io.mokuroku.local.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk under the work area. Only one that is small is filled, so that nobody else
 * lacks room.
 */
final class Disk {

	private static final long SMALL = 256L << 20;

	private static final byte[] PIECE = new byte[64 << 10];

	private final Path ballast;

	private final boolean small;

	/**
	 * The disk under a folder.
	 * @throws IOException if it cannot be told how large it is
	 */
	Disk(Path workArea) throws IOException {
		this.ballast = workArea.resolve("ballast");
		this.small = Files.getFileStore(workArea).getTotalSpace() <= SMALL;
	}

	/**
	 * Writes until nothing more fits.
	 * @throws IOException if it is larger than 256 MiB, and so is left alone
	 */
	void fill() throws IOException {
		if (!this.small) {
			throw new IOException("the work area has no small disk of its own");
		}
		try (OutputStream out = Files.newOutputStream(this.ballast)) {
			for (long written = 0; written < SMALL; written += PIECE.length) {
				out.write(PIECE);
			}
		}
		catch (IOException _) {
			// full, as it should be
		}
	}

	/** Makes room again. */
	void free() throws IOException {
		Files.deleteIfExists(this.ballast);
	}

}

package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.digest.Sha256;

/**
 * A file of the work area: a line with the SHA-256 of what follows, then the content. It
 * appears whole or not at all, and once {@link #write} returns it outlives a power
 * failure of the writer.
 */
final class WorkFile {

	private static final String PREFIX = "sha256:";

	/** The prefix, 64 digits and the end of the line. */
	private static final int HEADER = PREFIX.length() + 64 + 1;

	private WorkFile() {
	}

	/** How many bytes a content takes on disk. */
	static long sizeOf(byte[] content) {
		return HEADER + (long) content.length;
	}

	static void write(Path file, byte[] content) throws IOException {
		Path folder = Objects.requireNonNull(file.getParent());
		Path draft = Files.createTempFile(folder, "draft-", ".json");
		try {
			try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
				writeAll(channel, header(content));
				writeAll(channel, content);
				channel.force(true);
			}
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			makeDurable(folder);
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	/**
	 * Reads a content.
	 * @return empty if the file is not what was written
	 */
	static Optional<byte[]> read(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		if (bytes.length < HEADER) {
			return Optional.empty();
		}
		byte[] content = Arrays.copyOfRange(bytes, HEADER, bytes.length);
		boolean whole = Arrays.equals(header(content), Arrays.copyOf(bytes, HEADER));
		return whole ? Optional.of(content) : Optional.empty();
	}

	private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		while (buffer.hasRemaining()) {
			channel.write(buffer);
		}
	}

	/** The new name is durable once its folder is; not every system can say so. */
	private static void makeDurable(Path folder) {
		try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
			names.force(true);
		}
		catch (IOException _) {
			// the file itself is durable, and a lost name fails the task that reads it
		}
	}

	private static byte[] header(byte[] content) {
		return (PREFIX + Sha256.hex(content) + "\n").getBytes(StandardCharsets.US_ASCII);
	}

}

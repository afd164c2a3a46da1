package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;

/**
 * The journal of one execution: a header line, then one line per turn, each written with
 * one call. A line is in the hands of the operating system before anyone hears of what it
 * says, so it survives the death of this process; {@link DiskSync} sees to the disk
 * itself.
 */
final class Journal {

	private Journal() {
	}

	static void create(Path file, Header header) throws IOException {
		String line = Json.MAPPER.writeValueAsString(header);
		Files.createFile(file);
		try {
			write(file, line);
		}
		catch (IOException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	static void append(Path file, Batch batch) throws IOException {
		write(file, Json.MAPPER.writeValueAsString(batch));
	}

	private static void write(Path file, String line) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
			ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		}
	}

	/**
	 * Reads a journal up to its first line that is not whole, which is where a crash cut
	 * it.
	 * @return what it says, or empty if not even its header is whole
	 */
	static Optional<Contents> read(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		Header header = null;
		List<Batch> batches = new ArrayList<>();
		int from = 0;
		for (int to = endOfLine(bytes, from); to >= 0; to = endOfLine(bytes, from)) {
			String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
			try {
				if (header == null) {
					header = Json.MAPPER.readValue(line, Header.class);
				}
				else {
					batches.add(Json.MAPPER.readValue(line, Batch.class));
				}
			}
			catch (JacksonException ex) {
				break;
			}
			from = to + 1;
		}
		return (header != null) ? Optional.of(new Contents(header, batches, from, bytes.length)) : Optional.empty();
	}

	/** Cuts off what is not whole. */
	static void truncate(Path file, long length) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.truncate(length);
		}
	}

	private static int endOfLine(byte[] bytes, int from) {
		for (int i = from; i < bytes.length; i++) {
			if (bytes[i] == '\n') {
				return i;
			}
		}
		return -1;
	}

	/**
	 * What a journal says.
	 *
	 * @param whole how many bytes are whole lines
	 * @param length how many bytes there are
	 */
	record Contents(Header header, List<Batch> batches, long whole, long length) {

		boolean isTorn() {
			return this.whole < this.length;
		}

	}

}

package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The output of every process, one file each, with the one before it kept. A process
 * writes to its file by itself, so it loses nothing when its supervisor dies.
 */
final class LogFiles {

	private static final long LARGEST = 20L * 1024 * 1024;

	private static final int TAIL_BYTES = 64 * 1024;

	private final Path directory;

	LogFiles(Path directory) {
		this.directory = directory;
	}

	Path file(String name) {
		return this.directory.resolve(name + ".log");
	}

	/**
	 * Puts the log of the last run aside.
	 */
	void startAnew(String name) throws IOException {
		Files.createDirectories(this.directory);
		if (Files.exists(file(name))) {
			Files.move(file(name), previous(name), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Puts aside what was written when it is too much. The process goes on writing to the
	 * same file, which is open for appending; what it writes in between is lost.
	 */
	void bound(String name) throws IOException {
		Path file = file(name);
		if (Files.exists(file) && Files.size(file) > LARGEST) {
			Files.copy(file, previous(name), StandardCopyOption.REPLACE_EXISTING);
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.truncate(0);
			}
		}
	}

	/**
	 * The last lines of a log.
	 */
	List<String> tail(String name, int lines) throws IOException {
		if (!Files.exists(file(name))) {
			return List.of();
		}
		try (RandomAccessFile in = new RandomAccessFile(file(name).toFile(), "r")) {
			long from = Math.max(0, in.length() - TAIL_BYTES);
			in.seek(from);
			byte[] bytes = new byte[(int) (in.length() - from)];
			in.readFully(bytes);
			List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
			return all.subList(Math.max(0, all.size() - lines), all.size());
		}
	}

	private Path previous(String name) {
		return this.directory.resolve(name + ".1.log");
	}

}

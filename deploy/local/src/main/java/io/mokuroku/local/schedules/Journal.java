package io.mokuroku.local.schedules;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of changes, one JSON line each. A line is handed to the operating
 * system before the change counts, so it survives the end of this process at any instant;
 * it is not forced to the disk, so a power cut may cost the last moments. A torn last
 * line is dropped when the file is opened. Not thread-safe.
 */
final class Journal implements Closeable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	private final FileChannel lock;

	private FileChannel channel;

	private long lines;

	private Journal(Path file, FileChannel lock, FileChannel channel) {
		this.file = file;
		this.lock = lock;
		this.channel = channel;
	}

	/**
	 * Opens the journal of a folder and replays what it holds.
	 * @throws UncheckedIOException when the folder cannot be used, or another process
	 * uses it
	 */
	static Journal open(Path folder, Consumer<Change> replay) {
		try {
			Files.createDirectories(folder);
			FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!locked(lock)) {
				lock.close();
				throw new IOException("another process uses the schedules in " + folder);
			}
			Path file = folder.resolve("schedules.jsonl");
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			Journal journal = new Journal(file, lock, channel);
			journal.replay(replay);
			return journal;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean locked(FileChannel lock) throws IOException {
		try {
			return lock.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	private void replay(Consumer<Change> replay) throws IOException {
		byte[] bytes = Files.readAllBytes(this.file);
		int start = 0;
		for (int end = 0; end < bytes.length; end++) {
			if (bytes[end] == '\n') {
				replay.accept(read(bytes, start, end));
				this.lines++;
				start = end + 1;
			}
		}
		this.channel.truncate(start);
		this.channel.position(start);
	}

	private Change read(byte[] bytes, int start, int end) throws IOException {
		try {
			return JSON.readValue(bytes, start, end - start, Change.class);
		}
		catch (JacksonException ex) {
			throw new IOException(this.file + " holds an unreadable line at byte " + start, ex);
		}
	}

	/**
	 * Writes a change. When this fails, the file is as it was before.
	 */
	void append(Change change) {
		try {
			long before = this.channel.position();
			try {
				write(this.channel, change);
			}
			catch (IOException ex) {
				this.channel.truncate(before);
				throw ex;
			}
			this.lines++;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Lines in the file, counting those that later ones have overtaken.
	 */
	long lines() {
		return this.lines;
	}

	/**
	 * Replaces the file by the given changes, all or nothing.
	 */
	void rewrite(List<Change> changes) {
		try {
			Path next = this.file.resolveSibling("schedules.jsonl.next");
			FileChannel fresh = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
					StandardOpenOption.WRITE);
			try {
				for (Change change : changes) {
					write(fresh, change);
				}
				fresh.force(true);
				Files.move(next, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			catch (IOException ex) {
				fresh.close();
				throw ex;
			}
			this.channel.close();
			this.channel = fresh;
			this.lines = changes.size();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(FileChannel channel, Change change) throws IOException {
		ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(change) + "\n").getBytes(StandardCharsets.UTF_8));
		while (line.hasRemaining()) {
			channel.write(line);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
		this.lock.close();
	}

}

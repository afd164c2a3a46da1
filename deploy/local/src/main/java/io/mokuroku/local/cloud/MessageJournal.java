package io.mokuroku.local.cloud;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every queue holds, as an append-only file. A record is in the operating system's
 * hands before the sender is told so, which survives the death of this process; it is not
 * forced to the disk, so a power cut may cost the last records. The file is written anew
 * when most of it is about messages that are gone.
 */
final class MessageJournal implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(MessageJournal.class);

	private static final int HEADER_BYTES = 8;

	private static final long WORTH_COMPACTING = 32L * 1024 * 1024;

	private static final int LARGEST_RECORD = 16 * 1024 * 1024;

	private final Path file;

	private final long worthCompacting;

	private final Map<String, Map<String, StoredMessage>> queues = new LinkedHashMap<>();

	private FileChannel channel;

	private long size;

	private long sizeAfterCompaction;

	private MessageJournal(Path file, long worthCompacting) throws IOException {
		this.file = file;
		this.worthCompacting = worthCompacting;
		replay();
		this.channel = rewrite();
	}

	/**
	 * Opens the journal, creating it where there is none. A record that was torn by a
	 * sudden end is dropped with all that follows it: its sender was never told that it
	 * was kept.
	 */
	static MessageJournal open(Path file) throws IOException {
		return open(file, WORTH_COMPACTING);
	}

	static MessageJournal open(Path file, long worthCompacting) throws IOException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		return new MessageJournal(file, worthCompacting);
	}

	/**
	 * The messages that were on each queue, in the order they were sent.
	 */
	synchronized Map<String, List<StoredMessage>> messages() {
		Map<String, List<StoredMessage>> copy = new LinkedHashMap<>();
		this.queues.forEach((queue, messages) -> copy.put(queue, List.copyOf(messages.values())));
		return copy;
	}

	synchronized void append(JournalRecord entry) throws IOException {
		this.size = write(this.channel, this.size, entry);
		apply(entry);
		if (this.size > this.worthCompacting && this.size > 2 * this.sizeAfterCompaction) {
			compact();
		}
	}

	/**
	 * Where a new file cannot be written the old one, which has everything, goes on until
	 * it has doubled.
	 */
	private void compact() {
		FileChannel old = this.channel;
		try {
			this.channel = rewrite();
			old.close();
		}
		catch (IOException ex) {
			this.sizeAfterCompaction = this.size;
			log.warn("event=journal-not-compacted cause=\"{}\"", ex.toString());
		}
	}

	@Override
	public synchronized void close() throws IOException {
		this.channel.force(true);
		this.channel.close();
	}

	private void apply(JournalRecord entry) {
		Map<String, StoredMessage> messages = this.queues.computeIfAbsent(entry.queue(), (_) -> new LinkedHashMap<>());
		switch (entry) {
			case JournalRecord.Added added -> messages.put(added.message().id(), added.message());
			case JournalRecord.Delivered delivered ->
				messages.computeIfPresent(delivered.id(), (_, message) -> message.with(delivered.delivery()));
			case JournalRecord.Removed removed -> messages.remove(removed.id());
			case JournalRecord.QueueDropped dropped -> this.queues.remove(dropped.queue());
		}
	}

	private void replay() throws IOException {
		if (!Files.exists(this.file)) {
			return;
		}
		try (InputStream bytes = new BufferedInputStream(Files.newInputStream(this.file), 1 << 16);
				DataInputStream in = new DataInputStream(bytes)) {
			for (byte[] payload = read(in); payload.length > 0; payload = read(in)) {
				apply(JournalRecord.fromBytes(payload));
			}
		}
	}

	/** The next whole record; empty at the end of the file or where it is torn. */
	private static byte[] read(DataInputStream in) throws IOException {
		try {
			int length = in.readInt();
			int checksum = in.readInt();
			if (length <= 0 || length > LARGEST_RECORD) {
				return new byte[0];
			}
			byte[] payload = in.readNBytes(length);
			return (payload.length == length && checksum(payload) == checksum) ? payload : new byte[0];
		}
		catch (EOFException _) {
			return new byte[0];
		}
	}

	/**
	 * Writes what is live to a new file and puts it in place of the old one, all or
	 * nothing.
	 */
	private FileChannel rewrite() throws IOException {
		Path fresh = this.file.resolveSibling(this.file.getFileName() + ".new");
		List<JournalRecord> live = new ArrayList<>();
		this.queues.forEach((queue, messages) -> messages.values()
			.forEach((message) -> live.add(new JournalRecord.Added(queue, message))));
		FileChannel target = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING);
		try {
			long written = 0;
			for (JournalRecord entry : live) {
				written = write(target, written, entry);
			}
			target.force(true);
			Files.move(fresh, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			this.size = written;
			this.sizeAfterCompaction = written;
			return target;
		}
		catch (IOException ex) {
			target.close();
			throw ex;
		}
	}

	/** Writes a record, or nothing of it, and gives the size of the file after it. */
	private static long write(FileChannel target, long before, JournalRecord entry) throws IOException {
		byte[] payload = entry.toBytes();
		ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES + payload.length);
		buffer.putInt(payload.length).putInt(checksum(payload)).put(payload).flip();
		try {
			while (buffer.hasRemaining()) {
				target.write(buffer);
			}
			return before + HEADER_BYTES + payload.length;
		}
		catch (IOException ex) {
			target.truncate(before);
			throw ex;
		}
	}

	private static int checksum(byte[] payload) {
		CRC32 crc = new CRC32();
		crc.update(payload);
		return (int) crc.getValue();
	}

}

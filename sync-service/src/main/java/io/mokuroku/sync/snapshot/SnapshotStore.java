package io.mokuroku.sync.snapshot;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the files of snapshots lie. Every method throws
 * {@link io.mokuroku.message.RetryableFailure} if the store does not answer.
 */
interface SnapshotStore {

	/** Begins a file that may be large. It does not exist until it is completed. */
	Upload begin(String key);

	/** Writes a small file at once. */
	void put(String key, byte[] content);

	/** A small file. */
	Optional<byte[]> find(String key);

	/**
	 * Copies a file to this machine.
	 * @param file where to; must not exist
	 * @return whether there is such a file
	 */
	boolean fetch(String key, Path file);

	/** The names directly below a prefix that ends with a slash. */
	List<String> folders(String prefix);

	/** Removes every file below a prefix. */
	void removeAll(String prefix);

	/**
	 * Gives up uploads that were begun and never ended.
	 * @param abandoned which of them, by key
	 * @return how many there were
	 */
	int abortUploads(Predicate<String> abandoned);

	/**
	 * A file being written. Closing it before it is completed leaves nothing behind.
	 */
	abstract class Upload extends OutputStream {

		/** Makes the file exist, with all that was written. */
		abstract void complete();

		/** Ends the upload; never throws. */
		@Override
		public abstract void close();

	}

}

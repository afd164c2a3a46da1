package io.mokuroku.sync.dataset;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 of which none may fill the memory: what is longer than any record can be
 * is passed over and reported.
 */
final class Lines implements Closeable {

	private static final int LONGEST = 4 << 20;

	private final InputStream bytes;

	private final byte[] buffer = new byte[1 << 16];

	private int position;

	private int filled;

	Lines(InputStream bytes) {
		this.bytes = bytes;
	}

	/** The next line without its end, or null after the last. */
	@Nullable Line next() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
		boolean tooLong = false;
		boolean any = false;
		while (fill()) {
			any = true;
			int end = this.position;
			while (end < this.filled && this.buffer[end] != '\n') {
				end++;
			}
			tooLong |= line.size() + (end - this.position) > LONGEST;
			if (!tooLong) {
				line.write(this.buffer, this.position, end - this.position);
			}
			boolean complete = end < this.filled;
			this.position = complete ? end + 1 : end;
			if (complete) {
				return new Line(line.toString(StandardCharsets.UTF_8), tooLong, !fill());
			}
		}
		return any ? new Line(line.toString(StandardCharsets.UTF_8), tooLong, true) : null;
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

	private boolean fill() throws IOException {
		if (this.position < this.filled) {
			return true;
		}
		this.position = 0;
		this.filled = Math.max(0, this.bytes.read(this.buffer));
		return this.filled > 0;
	}

	/**
	 * A line.
	 *
	 * @param text its text; only the beginning if it is too long
	 * @param tooLong whether it is longer than 4 MiB
	 * @param isLast whether nothing follows
	 */
	record Line(String text, boolean tooLong, boolean isLast) {
	}

}

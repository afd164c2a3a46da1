package io.mokuroku.sync.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that is looked at just now: {@link #bytes} between {@link #from}
 * and {@link #to}.
 */
final class Window implements Closeable {

	/**
	 * No record is half as long; what is longer is passed over. An item of DynamoDB holds
	 * 400 KB, and a record that does not fit into one would stop its release for ever.
	 */
	static final int LONGEST_RECORD = 128 << 10;

	byte[] bytes = new byte[1 << 17];

	int from;

	int to;

	private final InputStream source;

	Window(InputStream source) {
		this.source = source;
	}

	/**
	 * Reads on, keeping what is in view; positions relative to {@link #from} stay valid.
	 * @return false if nothing follows
	 */
	boolean more() throws IOException {
		if (this.to == this.bytes.length) {
			if (this.from > this.bytes.length / 2 || this.from == this.to) {
				System.arraycopy(this.bytes, this.from, this.bytes, 0, this.to - this.from);
			}
			else {
				byte[] larger = new byte[this.bytes.length * 2];
				System.arraycopy(this.bytes, this.from, larger, 0, this.to - this.from);
				this.bytes = larger;
			}
			this.to -= this.from;
			this.from = 0;
		}
		int read = this.source.read(this.bytes, this.to, this.bytes.length - this.to);
		this.to += Math.max(0, read);
		return read > 0;
	}

	/** Passes over the mark with which some editors begin a file of UTF-8. */
	void skipByteOrderMark() throws IOException {
		boolean more = true;
		while (more && this.to - this.from < 3) {
			more = more();
		}
		if (this.to - this.from >= 3 && Arrays.equals(this.bytes, this.from, this.from + 3,
				new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF }, 0, 3)) {
			this.from += 3;
		}
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

	/**
	 * Bytes that should hold one record: {@link #bytes} between {@link #from} and
	 * {@link #to}. Valid until the window is moved.
	 */
	static final class Piece {

		final byte[] bytes;

		final int from;

		final int to;

		/** Whether it is longer than any record, and not all there. */
		final boolean tooLong;

		Piece(byte[] bytes, int from, int to, boolean tooLong) {
			this.bytes = bytes;
			this.from = from;
			this.to = to;
			this.tooLong = tooLong;
		}

		boolean isBlank() {
			for (int i = this.from; i < this.to; i++) {
				if (this.bytes[i] > ' ' || this.bytes[i] < 0) {
					return false;
				}
			}
			return !this.tooLong;
		}

	}

}

package io.mokuroku.upstream.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/**
 * The body of an answer as it comes in: in chunks, of a promised length, or until the
 * other side hangs up. One that ends before its promised end fails. Closing it closes the
 * connection.
 */
final class AnswerBody extends InputStream {

	private static final int LONGEST_LINE = 8_192;

	private static final long UNTIL_CLOSED = -1;

	private final InputStream in;

	private final boolean chunked;

	private boolean begun;

	private boolean ended;

	/** Bytes left of what was promised, or of this chunk. */
	private long left;

	private AnswerBody(InputStream in, boolean chunked, long left) {
		this.in = in;
		this.chunked = chunked;
		this.left = left;
		this.ended = !chunked && left == 0;
	}

	static AnswerBody inChunks(InputStream in) {
		return new AnswerBody(in, true, 0);
	}

	static AnswerBody ofLength(InputStream in, long length) {
		return new AnswerBody(in, false, length);
	}

	static AnswerBody untilClosed(InputStream in) {
		return new AnswerBody(in, false, UNTIL_CLOSED);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] into, int from, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (this.chunked && this.left == 0 && !this.ended) {
			nextChunk();
		}
		if (this.ended) {
			return -1;
		}
		int most = (this.left != UNTIL_CLOSED) ? (int) Math.min(length, this.left) : length;
		int read = this.in.read(into, from, most);
		if (read < 0) {
			if (this.left != UNTIL_CLOSED) {
				throw new EOFException("cut short");
			}
			this.ended = true;
			return -1;
		}
		if (this.left != UNTIL_CLOSED) {
			this.left -= read;
			this.ended = !this.chunked && this.left == 0;
		}
		return read;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

	private void nextChunk() throws IOException {
		if (this.begun) {
			line(this.in);
		}
		this.begun = true;
		String line = line(this.in);
		int semicolon = line.indexOf(';');
		this.left = number((semicolon < 0) ? line : line.substring(0, semicolon), 16);
		this.ended = this.left == 0;
	}

	/** A line without its end. */
	static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new EOFException("cut short");
			}
			if (line.length() == LONGEST_LINE) {
				throw new ProtocolException("a line without end");
			}
			line.append((char) next);
		}
		return line.toString().stripTrailing();
	}

	/** A number that is not negative. */
	static long number(String digits, int radix) throws IOException {
		try {
			long number = Long.parseLong(digits.strip(), radix);
			if (number >= 0) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			throw new ProtocolException("not a number: " + ex.getMessage());
		}
		throw new ProtocolException("not a size");
	}

}

package io.mokuroku.sync.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that may not be longer than was agreed, as little as its compressed form may
 * have looked.
 */
final class BoundedStream extends FilterInputStream {

	private final long most;

	private long read;

	BoundedStream(InputStream source, long most) {
		super(source);
		this.most = most;
	}

	@Override
	public int read() throws IOException {
		int next = super.read();
		count((next >= 0) ? 1 : 0);
		return next;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int count = super.read(target, offset, length);
		count(Math.max(0, count));
		return count;
	}

	private void count(int bytes) throws IOException {
		this.read += bytes;
		if (this.read > this.most) {
			throw new IOException("The release is longer than the %d bytes it may have".formatted(this.most));
		}
	}

}

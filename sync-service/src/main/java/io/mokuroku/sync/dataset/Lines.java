package io.mokuroku.sync.dataset;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a release. None may fill the memory: of one that is longer than any record
 * can be, only the beginning is given.
 */
final class Lines implements Pieces {

	private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long NEWLINES = 0x0101010101010101L * '\n';

	private final Window window;

	private boolean inLongLine;

	Lines(Window window) {
		this.window = window;
	}

	@Override
	public Window.@Nullable Piece next() throws IOException {
		if (this.inLongLine) {
			skipLine();
		}
		int length = 0;
		while (true) {
			int end = newline(length);
			if (end >= 0) {
				return cut(end, end + 1, false);
			}
			length = this.window.to - this.window.from;
			if (length > Window.LONGEST_RECORD) {
				this.inLongLine = true;
				return cut(length, length, true);
			}
			if (!this.window.more()) {
				return (length > 0) ? cut(length, length, false) : null;
			}
		}
	}

	private Window.Piece cut(int length, int taken, boolean tooLong) {
		int from = this.window.from;
		this.window.from += taken;
		return new Window.Piece(this.window.bytes, from, from + length, tooLong);
	}

	private void skipLine() throws IOException {
		this.inLongLine = false;
		int end = newline(0);
		while (end < 0) {
			this.window.from = this.window.to;
			if (!this.window.more()) {
				return;
			}
			end = newline(0);
		}
		this.window.from += end + 1;
	}

	/** Where the line ends, relative to the window; negative if not in it. */
	private int newline(int start) {
		byte[] bytes = this.window.bytes;
		int to = this.window.to;
		int i = this.window.from + start;
		while (i + Long.BYTES <= to && !hasNewline((long) WORD.get(bytes, i))) {
			i += Long.BYTES;
		}
		while (i < to && bytes[i] != '\n') {
			i++;
		}
		return (i < to) ? i - this.window.from : -1;
	}

	/** Whether one of eight bytes is a newline: then exclusive-or leaves a zero byte. */
	private static boolean hasNewline(long word) {
		long found = word ^ NEWLINES;
		return ((found - 0x0101010101010101L) & ~found & 0x8080808080808080L) != 0;
	}

}

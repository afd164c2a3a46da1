package io.mokuroku.sync.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells UTF-8 from what only looks like it: over-long forms, halves of surrogate pairs
 * and code points beyond the last are none (Unicode 16, table 3-7).
 */
final class Utf8 {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long NOT_ASCII = 0x8080808080808080L;

	private Utf8() {
	}

	static boolean isValid(byte[] bytes, int from, int to) {
		int i = from;
		while (i < to) {
			while (i + 8 <= to && ((long) LONG.get(bytes, i) & NOT_ASCII) == 0) {
				i += 8;
			}
			if (i < to) {
				int length = (bytes[i] >= 0) ? 1 : sequence(bytes, i, to);
				if (length == 0) {
					return false;
				}
				i += length;
			}
		}
		return true;
	}

	/** The length of the sequence that begins somewhere, or 0 if it is none. */
	private static int sequence(byte[] bytes, int at, int to) {
		int first = bytes[at] & 0xFF;
		int length = (first >= 0xF0) ? 4 : (first >= 0xE0) ? 3 : 2;
		if (first < 0xC2 || first > 0xF4 || at + length > to) {
			return 0;
		}
		int second = bytes[at + 1] & 0xFF;
		int least = (first == 0xE0) ? 0xA0 : (first == 0xF0) ? 0x90 : 0x80;
		int most = (first == 0xED) ? 0x9F : (first == 0xF4) ? 0x8F : 0xBF;
		if (second < least || second > most) {
			return 0;
		}
		for (int i = 2; i < length; i++) {
			if ((bytes[at + i] & 0xC0) != 0x80) {
				return 0;
			}
		}
		return length;
	}

}

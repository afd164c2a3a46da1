package io.mokuroku.sync.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 128 bits that tell lines of releases apart by their bytes alone, far cheaper than
 * reading them. Equal lines have equal prints; that two of a million unequal ones have is
 * less likely than one in 10^26.
 *
 * @param high the first half
 * @param low the second half
 */
public record LinePrint(long high, long low) {

	private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** The print of the bytes between two positions. */
	public static LinePrint of(byte[] bytes, int from, int to) {
		Mix mix = new Mix();
		int i = from;
		while (i + 2 * Long.BYTES <= to) {
			mix.add((long) WORD.get(bytes, i), (long) WORD.get(bytes, i + Long.BYTES));
			i += 2 * Long.BYTES;
		}
		mix.add(word(bytes, i, to), word(bytes, i + Long.BYTES, to));
		mix.add(to - from, 0);
		mix.finish();
		return new LinePrint(mix.high(), mix.low());
	}

	/** What is left of a word. */
	private static long word(byte[] bytes, int from, int to) {
		long word = 0;
		for (int i = Math.min(to, from + Long.BYTES) - 1; i >= from; i--) {
			word = (word << 8) | (bytes[i] & 0xFF);
		}
		return word;
	}

}

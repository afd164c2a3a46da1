package io.mokuroku.sync.diff;

import java.util.Arrays;

/**
 * Whose a link is: link codes to numbers, in two arrays with open addressing. It takes 12
 * bytes a slot and is at most two thirds full.
 */
final class LinkTable {

	private static final int NONE = -1;

	private final long[] codes;

	private final int[] values;

	private final int shift;

	/**
	 * A table of a fixed size.
	 * @param most how many links it will hold at most
	 */
	LinkTable(int most) {
		int bits = 64 - Long.numberOfLeadingZeros(Math.max(16L, most * 3L / 2));
		this.shift = 64 - bits;
		this.codes = new long[1 << bits];
		this.values = new int[1 << bits];
		Arrays.fill(this.values, NONE);
	}

	/** The number of a link, or -1. */
	int get(long code) {
		return this.values[find(code)];
	}

	/** Puts a link there unless it is; answers with the number it had, or -1. */
	int putIfAbsent(long code, int value) {
		int slot = find(code);
		int before = this.values[slot];
		if (before == NONE) {
			this.codes[slot] = code;
			this.values[slot] = value;
		}
		return before;
	}

	/** The slot where a link is, or would be. */
	private int find(long code) {
		int slot = (int) ((code * 0x9E37_79B9_7F4A_7C15L) >>> this.shift);
		while (this.values[slot] != NONE && this.codes[slot] != code) {
			slot = (slot + 1) & (this.codes.length - 1);
		}
		return slot;
	}

}

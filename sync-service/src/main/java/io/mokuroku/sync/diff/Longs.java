package io.mokuroku.sync.diff;

import java.util.Arrays;

/**
 * Numbers appended one by one, without a box around each.
 */
final class Longs {

	private long[] values = new long[1024];

	private int size;

	void add(long value) {
		if (this.size == this.values.length) {
			this.values = Arrays.copyOf(this.values, this.size + (this.size >> 1));
		}
		this.values[this.size++] = value;
	}

	void removeLast(int count) {
		this.size -= count;
	}

	long get(int index) {
		return this.values[index];
	}

	int size() {
		return this.size;
	}

}

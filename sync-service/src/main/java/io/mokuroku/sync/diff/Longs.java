package io.mokuroku.sync.diff;

import java.util.Arrays;

/**
 * Numbers appended one by one, without a box around each.
 */
final class Longs {

	private long[] values;

	private int size;

	Longs() {
		this(1024);
	}

	Longs(int room) {
		this.values = new long[Math.max(2, room)];
	}

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

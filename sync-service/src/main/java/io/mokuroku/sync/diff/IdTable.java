package io.mokuroku.sync.diff;

import java.util.Arrays;
import java.util.UUID;

/**
 * Which number an id of 128 bits has, where ids stand in a list of two longs each.
 */
final class IdTable {

	private static final int NONE = -1;

	private int[] numbers = empty(2048);

	private int size;

	/**
	 * Enters the id that stands at a number.
	 * @return false if the same id is there under another number
	 */
	boolean putIfAbsent(Longs ids, int number) {
		if (3 * this.size > 2 * this.numbers.length) {
			grow(ids);
		}
		int slot = find(ids, ids.get(2 * number), ids.get(2 * number + 1));
		if (this.numbers[slot] != NONE) {
			return false;
		}
		this.numbers[slot] = number;
		this.size++;
		return true;
	}

	/** The number of an id, or -1. */
	int number(Longs ids, UUID id) {
		return number(ids, id.getMostSignificantBits(), id.getLeastSignificantBits());
	}

	/** The number of an id, or -1. */
	int number(Longs ids, long high, long low) {
		return this.numbers[find(ids, high, low)];
	}

	/** The slot where an id is, or would be. */
	private int find(Longs ids, long high, long low) {
		int slot = (int) (high ^ low ^ (low >>> 32)) & (this.numbers.length - 1);
		while (this.numbers[slot] != NONE) {
			int number = this.numbers[slot];
			if (ids.get(2 * number) == high && ids.get(2 * number + 1) == low) {
				return slot;
			}
			slot = (slot + 1) & (this.numbers.length - 1);
		}
		return slot;
	}

	private void grow(Longs ids) {
		int[] before = this.numbers;
		this.numbers = empty(2 * before.length);
		for (int number : before) {
			if (number != NONE) {
				this.numbers[find(ids, ids.get(2 * number), ids.get(2 * number + 1))] = number;
			}
		}
	}

	private static int[] empty(int size) {
		int[] numbers = new int[size];
		Arrays.fill(numbers, NONE);
		return numbers;
	}

}

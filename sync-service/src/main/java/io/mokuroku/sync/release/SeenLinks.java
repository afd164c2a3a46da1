package io.mokuroku.sync.release;

/**
 * Which links were seen, and how many of them more than once. A link is kept as 63 bits
 * of its hash and one bit that tells whether it came again. The table grows in parts, so
 * that no moment needs it twice.
 */
final class SeenLinks {

	private static final int PARTS = 64;

	private final long[][] parts = new long[PARTS][16];

	private final int[] sizes = new int[PARTS];

	private long repeated;

	/** Adds a link by its code. */
	void add(long code) {
		long hash = hash(code) & ~1L;
		if (hash == 0) {
			hash = 2;
		}
		int part = (int) (hash >>> 58);
		if ((this.sizes[part] + 1) * 4L > this.parts[part].length * 3L) {
			grow(part);
		}
		long[] table = this.parts[part];
		int slot = slot(table, hash);
		if (table[slot] == 0) {
			table[slot] = hash;
			this.sizes[part]++;
		}
		else if ((table[slot] & 1) == 0) {
			table[slot] |= 1;
			this.repeated++;
		}
	}

	/** How many different links were seen. */
	long distinct() {
		long sum = 0;
		for (int size : this.sizes) {
			sum += size;
		}
		return sum;
	}

	/** How many links were seen more than once. */
	long repeated() {
		return this.repeated;
	}

	private void grow(int part) {
		long[] larger = new long[this.parts[part].length * 2];
		for (long entry : this.parts[part]) {
			if (entry != 0) {
				larger[slot(larger, entry & ~1L)] = entry;
			}
		}
		this.parts[part] = larger;
	}

	/** Where a hash is or would be. */
	private static int slot(long[] table, long hash) {
		int slot = (int) (hash >>> 1) & (table.length - 1);
		while (table[slot] != 0 && (table[slot] & ~1L) != hash) {
			slot = (slot + 1) & (table.length - 1);
		}
		return slot;
	}

	private static long hash(long code) {
		long hash = (code ^ (code >>> 32)) * 0x9E3779B97F4A7C15L;
		hash = (hash ^ (hash >>> 29)) * 0xD6E8FEB86659FD93L;
		return hash ^ (hash >>> 32);
	}

}

package io.mokuroku.sync.dataset;

/**
 * Mixes pairs of words to 128 bits as MurmurHash3 (x64, 128 bits) does. It is not made to
 * resist forgers; who can forge a record can as well write one.
 */
final class Mix {

	private static final long C1 = 0x87c37b91114253d5L;

	private static final long C2 = 0x4cf5ad432745937fL;

	private long first;

	private long second;

	private long pairs;

	void add(long one, long other) {
		this.pairs++;
		this.first ^= Long.rotateLeft(one * C1, 31) * C2;
		this.first = (Long.rotateLeft(this.first, 27) + this.second) * 5 + 0x52dce729;
		this.second ^= Long.rotateLeft(other * C2, 33) * C1;
		this.second = (Long.rotateLeft(this.second, 31) + this.first) * 5 + 0x38495ab5;
	}

	/** Must be called once, after the last pair. */
	void finish() {
		this.first ^= this.pairs;
		this.second ^= this.pairs;
		this.first += this.second;
		this.second += this.first;
		this.first = avalanche(this.first);
		this.second = avalanche(this.second);
		this.first += this.second;
		this.second += this.first;
	}

	long high() {
		return this.first;
	}

	long low() {
		return this.second;
	}

	private static long avalanche(long word) {
		long mixed = (word ^ word >>> 33) * 0xff51afd7ed558ccdL;
		mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
		return mixed ^ mixed >>> 33;
	}

}

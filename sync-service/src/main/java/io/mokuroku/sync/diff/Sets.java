package io.mokuroku.sync.diff;

/**
 * Disjoint sets of numbers (union by index, path halving).
 */
final class Sets {

	private final int[] parents;

	Sets(int size) {
		this.parents = new int[size];
		for (int i = 0; i < size; i++) {
			this.parents[i] = i;
		}
	}

	/** The number that stands for the set of a member. */
	int of(int member) {
		int root = member;
		while (this.parents[root] != root) {
			this.parents[root] = this.parents[this.parents[root]];
			root = this.parents[root];
		}
		return root;
	}

	void join(int one, int other) {
		int left = of(one);
		int right = of(other);
		if (left != right) {
			this.parents[Math.max(left, right)] = Math.min(left, right);
		}
	}

}

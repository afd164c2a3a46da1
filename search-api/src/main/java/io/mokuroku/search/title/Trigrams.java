package io.mokuroku.search.title;

import java.util.Arrays;
import java.util.List;

/**
 * Three letters in a row of each of some words, with two spaces before and one behind:
 * how much two texts have in common whatever the order of their words.
 */
final class Trigrams {

	private final long[] sorted;

	private Trigrams(long[] sorted) {
		this.sorted = sorted;
	}

	static Trigrams of(List<String> words) {
		int most = 0;
		for (String word : words) {
			most += word.length() + 1;
		}
		long[] all = new long[most];
		int count = 0;
		for (String word : words) {
			long window = (' ' << 16) | ' ';
			for (int i = 0; i <= word.length(); i++) {
				char next = (i < word.length()) ? word.charAt(i) : ' ';
				window = ((window << 16) | next) & 0xFFFF_FFFF_FFFFL;
				all[count++] = window;
			}
		}
		Arrays.sort(all);
		int distinct = 0;
		for (int i = 0; i < count; i++) {
			if (i == 0 || all[i] != all[i - 1]) {
				all[distinct++] = all[i];
			}
		}
		return new Trigrams(Arrays.copyOf(all, distinct));
	}

	/** The share that both have of what either has, 0 to 1. */
	double similarity(Trigrams other) {
		int both = 0;
		int i = 0;
		int j = 0;
		while (i < this.sorted.length && j < other.sorted.length) {
			int order = Long.compare(this.sorted[i], other.sorted[j]);
			both += (order == 0) ? 1 : 0;
			i += (order <= 0) ? 1 : 0;
			j += (order >= 0) ? 1 : 0;
		}
		int either = this.sorted.length + other.sorted.length - both;
		return (either == 0) ? 0 : (double) both / either;
	}

}

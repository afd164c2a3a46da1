package io.mokuroku.search.title;

/**
 * How many single-character edits (insert, remove, replace, swap neighbours) lie between
 * two strings: the optimal string alignment distance.
 */
final class TitleDistance {

	private TitleDistance() {
	}

	/**
	 * Counts the edits.
	 * @param most more than this need not be counted
	 * @return the number of edits, or {@code most + 1} if there are more than
	 * {@code most}
	 */
	static int between(String left, String right, int most) {
		if (Math.abs(left.length() - right.length()) > most) {
			return most + 1;
		}
		int[] beforeLast = new int[right.length() + 1];
		int[] last = new int[right.length() + 1];
		int[] row = new int[right.length() + 1];
		for (int j = 0; j <= right.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= left.length(); i++) {
			row[0] = i;
			int best = i;
			for (int j = 1; j <= right.length(); j++) {
				int replaced = last[j - 1] + ((left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
				if (i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
						&& left.charAt(i - 2) == right.charAt(j - 1)) {
					row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
				}
				best = Math.min(best, row[j]);
			}
			if (best > most) {
				return most + 1;
			}
			int[] free = beforeLast;
			beforeLast = last;
			last = row;
			row = free;
		}
		return Math.min(last[right.length()], most + 1);
	}

}

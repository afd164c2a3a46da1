package io.mokuroku.enrichment.people;

/**
 * How alike two texts are, from 0 to 1: the measure of Jaro, raised by Winkler for a
 * common beginning of up to four letters (W. E. Winkler, "String Comparator Metrics",
 * 1990, with its factor 0.1 and its threshold 0.7).
 */
public final class JaroWinkler {

	private static final double FACTOR = 0.1;

	private static final double RAISED_FROM = 0.7;

	private static final int LONGEST_PREFIX = 4;

	private JaroWinkler() {
	}

	/** How alike they are; 0 if one of them is empty. */
	public static double similarity(String one, String other) {
		if (one.equals(other)) {
			return one.isEmpty() ? 0 : 1;
		}
		double jaro = jaro(one, other);
		if (jaro < RAISED_FROM) {
			return jaro;
		}
		int prefix = 0;
		int longest = Math.min(LONGEST_PREFIX, Math.min(one.length(), other.length()));
		while (prefix < longest && one.charAt(prefix) == other.charAt(prefix)) {
			prefix++;
		}
		return jaro + prefix * FACTOR * (1 - jaro);
	}

	private static double jaro(String one, String other) {
		int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
		boolean[] taken = new boolean[other.length()];
		char[] matched = new char[one.length()];
		int matches = 0;
		for (int i = 0; i < one.length(); i++) {
			int end = Math.min(other.length(), i + reach + 1);
			for (int j = Math.max(0, i - reach); j < end; j++) {
				if (!taken[j] && one.charAt(i) == other.charAt(j)) {
					taken[j] = true;
					matched[matches++] = one.charAt(i);
					break;
				}
			}
		}
		if (matches == 0) {
			return 0;
		}
		int outOfOrder = 0;
		int next = 0;
		for (int j = 0; j < other.length(); j++) {
			if (taken[j] && matched[next++] != other.charAt(j)) {
				outOfOrder++;
			}
		}
		double share = matches;
		return (share / one.length() + share / other.length() + (share - outOfOrder / 2.0) / share) / 3;
	}

}

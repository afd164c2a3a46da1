package io.mokuroku.enrichment.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes spellings of one person's name comparable.
 */
final class FoldedName {

	private static final Set<String> PARTICLES = Set.of("san", "chan", "kun", "sama", "no", "the", "of");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern APOSTROPHES = Pattern.compile("['’`.\"]");

	private static final Pattern BETWEEN_TOKENS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern LONG_O = Pattern.compile("ou|oo|oh(?![aeiouy])");

	private static final Pattern READING = Pattern.compile("[(（\\[［【〔][^(（\\[［【〔)）\\]］】〕]*[)）\\]］】〕]");

	private static final Pattern NATIVE_SIGNS = Pattern.compile("[\\s・･=＝\\p{P}]+");

	private FoldedName() {
	}

	/**
	 * A name in Latin letters: no marks, no case, long vowels short, no particles, its
	 * words in the order of the alphabet; empty if nothing is left.
	 */
	static String latin(String name) {
		String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
			.replaceAll("")
			.toLowerCase(Locale.ROOT);
		plain = APOSTROPHES.matcher(plain).replaceAll("");
		return Arrays.stream(BETWEEN_TOKENS.split(plain))
			.filter((token) -> !token.isEmpty() && !PARTICLES.contains(token))
			.map((token) -> LONG_O.matcher(token).replaceAll("o").replace("uu", "u").replace("ii", "i"))
			.sorted()
			.collect(Collectors.joining(" "));
	}

	/** A name in the original script, without spaces, dots and readings. */
	static String original(String name) {
		String plain = READING.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
		return NATIVE_SIGNS.matcher(plain).replaceAll("");
	}

}

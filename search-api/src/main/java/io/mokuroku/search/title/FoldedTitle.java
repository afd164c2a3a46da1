package io.mokuroku.search.title;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The form in which different spellings of a title are the same: compatibility
 * characters, case, accents, punctuation and ways to count seasons do not matter.
 *
 * @param words the words; text without spaces is one word
 * @param plain the words before seasons were made numbers
 * @param joined the words without anything between them
 */
public record FoldedTitle(List<String> words, List<String> plain, String joined) {

	/** What follows in a longer text tells no two titles apart. */
	private static final int LONGEST = 500;

	public FoldedTitle {
		words = List.copyOf(words);
		plain = List.copyOf(plain);
	}

	/** Folds a title or a query. Text of symbols alone stays as it is. */
	public static FoldedTitle of(String text) {
		String start = (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
		List<String> plain = words(fold(start));
		if (plain.isEmpty()) {
			String symbols = Normalizer.normalize(start, Normalizer.Form.NFKC).replaceAll("\\s", "");
			plain = symbols.isEmpty() ? List.of() : List.of(symbols);
		}
		List<String> words = Seasons.asNumbers(plain);
		return new FoldedTitle(words, plain, String.join("", words));
	}

	/** Reads what {@link #written()} wrote. */
	public static FoldedTitle read(String written) {
		int tab = written.indexOf('\t');
		List<String> words = split((tab < 0) ? written : written.substring(0, tab));
		return new FoldedTitle(words, (tab < 0) ? words : split(written.substring(tab + 1)), String.join("", words));
	}

	/** This in one line, to be read again faster than a title is folded. */
	public String written() {
		return this.words.equals(this.plain) ? spaced() : spaced() + '\t' + String.join(" ", this.plain);
	}

	/** The words with spaces between them. */
	public String spaced() {
		return String.join(" ", this.words);
	}

	/** Whether nothing is left to compare. */
	public boolean isEmpty() {
		return this.joined.isEmpty();
	}

	private static String fold(String text) {
		String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		if (composed.chars().allMatch((c) -> c < 0x80)) {
			return composed;
		}
		StringBuilder bare = new StringBuilder(composed.length());
		Normalizer.normalize(composed, Normalizer.Form.NFD)
			.chars()
			.filter((c) -> c < 0x300 || c > 0x36F)
			.forEach((c) -> bare.append((char) c));
		return Normalizer.normalize(bare, Normalizer.Form.NFC);
	}

	private static List<String> words(String folded) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		folded.codePoints().forEach((c) -> {
			if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
				word.appendCodePoint(hiragana(c));
			}
			else if (!silent(c)) {
				flush(word, words);
				if (c == '×') {
					words.add("x");
				}
			}
		});
		flush(word, words);
		return words;
	}

	/** Marks within a word that leave no gap: {@code Re'creators}. */
	private static boolean silent(int c) {
		return c == '\'' || c == '’' || c == '`' || c == '´' || c == 'ʻ';
	}

	/** Katakana and hiragana spell the same sounds. */
	private static int hiragana(int c) {
		return (c >= 'ァ' && c <= 'ヶ') ? c - ('ァ' - 'ぁ') : c;
	}

	private static void flush(StringBuilder word, List<String> words) {
		if (!word.isEmpty()) {
			words.add(word.toString());
			word.setLength(0);
		}
	}

	private static List<String> split(String spaced) {
		return spaced.isEmpty() ? List.of() : List.of(spaced.split(" ", -1));
	}

}

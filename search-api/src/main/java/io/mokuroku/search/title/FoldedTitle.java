package io.mokuroku.search.title;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The form in which different spellings of a title are the same: compatibility
 * characters, case, accents, punctuation and ways to count seasons do not matter.
 *
 * @param words the words; text without spaces is one word
 * @param joined the words without anything between them
 */
public record FoldedTitle(List<String> words, String joined) {

	private static final Map<String, String> NUMERALS = Map.of("ii", "2", "iii", "3", "iv", "4", "vi", "6", "vii", "7",
			"viii", "8", "ix", "9");

	private static final Map<String, String> ORDINALS = Map.of("1st", "1", "first", "1", "2nd", "2", "second", "2",
			"3rd", "3", "third", "3", "4th", "4", "fourth", "4", "5th", "5", "fifth", "5");

	private static final Pattern SHORT_SEASON = Pattern.compile("s0?([1-9])");

	/** What follows in a longer text tells no two titles apart. */
	private static final int LONGEST = 500;

	private static final String SEASON = "season";

	public FoldedTitle {
		words = List.copyOf(words);
	}

	/** Folds a title or a query. Text of symbols alone stays as it is. */
	public static FoldedTitle of(String text) {
		String start = (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
		List<String> words = seasonsAsNumbers(words(fold(start)));
		if (words.isEmpty()) {
			String symbols = Normalizer.normalize(start, Normalizer.Form.NFKC).replaceAll("\\s", "");
			words = symbols.isEmpty() ? List.of() : List.of(symbols);
		}
		return new FoldedTitle(words, String.join("", words));
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

	/**
	 * {@code 2nd season}, {@code season 2}, {@code s2} and {@code II} after another word
	 * all become {@code 2}.
	 */
	private static List<String> seasonsAsNumbers(List<String> words) {
		List<String> counted = new ArrayList<>(words.size());
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			String next = (i + 1 < words.size()) ? words.get(i + 1) : "";
			if (counted.isEmpty()) {
				counted.add(word);
			}
			else if (SEASON.equals(next) && ORDINALS.containsKey(word)) {
				counted.add(ORDINALS.getOrDefault(word, word));
				i++;
			}
			else if (SEASON.equals(word) && next.matches("\\d")) {
				counted.add(next);
				i++;
			}
			else if (SHORT_SEASON.matcher(word).matches()) {
				counted.add(word.substring(word.length() - 1));
			}
			else {
				counted.add(NUMERALS.getOrDefault(word, word));
			}
		}
		return counted;
	}

}

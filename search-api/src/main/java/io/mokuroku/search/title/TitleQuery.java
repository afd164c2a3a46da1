package io.mokuroku.search.title;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.search.title.TitleMatch.Kind;

/**
 * A title that is looked for, and how close others come to it. The weights were chosen on
 * questions with known answers (docs/search-quality.md).
 */
public final class TitleQuery {

	/** Titles that have less in common are no match. */
	private static final double LEAST = 0.3;

	/** A typing error costs this many letters. */
	private static final double LETTERS_PER_EDIT = 1.6;

	/** The same words in another order. */
	private static final double REORDERED = 0.99;

	/** The title has words more than the query has. */
	private static final double MOST_WITH_MORE_WORDS = 0.98;

	/** The words that both have stand in the same order. */
	private static final double IN_ORDER = 0.2;

	/** The title has one word more. */
	private static final double ONE_WORD_MORE = 0.1;

	/** What a single word or the beginning of one is worth, and how much its length. */
	private static final double BEGINNING = 0.6;

	private static final double WITHIN = 0.5;

	private static final double LENGTH_WEIGHS = 0.02;

	private final FoldedTitle wanted;

	private final Trigrams words;

	private final Trigrams plain;

	private final int allowed;

	/** Prepares to compare titles with one. */
	public TitleQuery(FoldedTitle wanted) {
		this.wanted = wanted;
		this.words = Trigrams.of(wanted.words());
		this.plain = Trigrams.of(wanted.plain());
		this.allowed = editsAllowed(wanted.joined().length());
	}

	/** How many typing errors are forgiven. */
	public int editsAllowed() {
		return this.allowed;
	}

	/** How a title matches, if it does. */
	public Optional<TitleMatch> match(FoldedTitle title) {
		String asked = this.wanted.joined();
		if (asked.isEmpty()) {
			return Optional.empty();
		}
		if (title.joined().equals(asked)) {
			return Optional.of(new TitleMatch(Kind.EXACT, 0, 1));
		}
		double common = common(title);
		if (title.joined().startsWith(asked)) {
			return Optional.of(new TitleMatch(Kind.PREFIX, 0, atLeast(BEGINNING, title, withWords(title, common))));
		}
		if (hasAllWords(title.words())) {
			boolean reordered = title.words().size() == this.wanted.words().size();
			return Optional.of(new TitleMatch(Kind.WORDS, 0, reordered ? REORDERED : withWords(title, common)));
		}
		if (this.wanted.words().size() == 1 && Scripts.unspaced(asked) && title.joined().contains(asked)) {
			return Optional.of(new TitleMatch(Kind.WORDS, 0, atLeast(WITHIN, title, common)));
		}
		Optional<TitleMatch> typo = typo(title).filter((match) -> match.closeness() >= common);
		return (typo.isPresent() || common < LEAST) ? typo : Optional.of(new TitleMatch(Kind.PARTS, 0, common));
	}

	/** How a title, or what is left of it from some word on, begins with the query. */
	public Optional<TitleMatch> completion(FoldedTitle title) {
		String asked = this.wanted.joined();
		int words = title.words().size();
		for (int word = 0; word < words && !asked.isEmpty(); word++) {
			String left = String.join("", title.words().subList(word, words));
			if (left.startsWith(asked)) {
				Kind kind = (word > 0) ? Kind.WORDS : left.equals(asked) ? Kind.EXACT : Kind.PREFIX;
				return Optional.of(new TitleMatch(kind, 0, share(title)));
			}
		}
		return Optional.empty();
	}

	/**
	 * How many typing errors are forgiven: one in a short name, two in a longer one, then
	 * one in eight letters.
	 * @param length of the folded query without spaces
	 */
	static int editsAllowed(int length) {
		return (length < 3) ? 0 : (length < 6) ? 1 : Math.max(2, length / 8);
	}

	private double common(FoldedTitle title) {
		double counted = this.words.similarity(Trigrams.of(title.words()));
		if (title.words().equals(title.plain()) && this.wanted.words().equals(this.wanted.plain())) {
			return counted;
		}
		return Math.max(counted, this.plain.similarity(Trigrams.of(title.plain())));
	}

	/** The title has all words of the query, and more. */
	private double withWords(FoldedTitle title, double common) {
		int more = title.words().size() - this.wanted.words().size();
		if (this.wanted.words().size() == 1) {
			return hasAllWords(title.words()) ? atLeast(WITHIN, title, common) : common;
		}
		double order = inOrder(title.words()) ? IN_ORDER : 0;
		return Math.min(MOST_WITH_MORE_WORDS, common + order + ((more == 1) ? ONE_WORD_MORE : 0));
	}

	private double atLeast(double least, FoldedTitle title, double closeness) {
		return Math.max(closeness, least + LENGTH_WEIGHS * share(title));
	}

	/** The title, or as many words of it as the query has, with some letters wrong. */
	private Optional<TitleMatch> typo(FoldedTitle title) {
		String start = String.join("",
				title.words().subList(0, Math.min(this.wanted.words().size(), title.words().size())));
		Optional<TitleMatch> whole = typo(title.joined(), 1);
		return whole.isPresent() ? whole : typo(start, share(title));
	}

	private Optional<TitleMatch> typo(String title, double share) {
		String asked = this.wanted.joined();
		int edits = TitleDistance.between(asked, title, this.allowed);
		if (edits > this.allowed) {
			return Optional.empty();
		}
		double letters = Math.max(asked.length(), title.length());
		return Optional
			.of(new TitleMatch(Kind.TYPO, edits, Math.max(0, 1 - LETTERS_PER_EDIT * edits / letters) * share));
	}

	private double share(FoldedTitle title) {
		return Math.min(1, (double) this.wanted.joined().length() / title.joined().length());
	}

	private boolean hasAllWords(List<String> words) {
		Map<String, Integer> left = new HashMap<>();
		words.forEach((word) -> left.merge(word, 1, Integer::sum));
		return this.wanted.words().stream().allMatch((word) -> left.merge(word, -1, Integer::sum) >= 0);
	}

	private boolean inOrder(List<String> words) {
		int at = 0;
		for (String word : words) {
			if (at < this.wanted.words().size() && word.equals(this.wanted.words().get(at))) {
				at++;
			}
		}
		return at == this.wanted.words().size();
	}

}

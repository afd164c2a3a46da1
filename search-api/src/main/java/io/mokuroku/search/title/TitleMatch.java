package io.mokuroku.search.title;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;

/**
 * Which of an anime's titles a query meant.
 *
 * @param title the title as it is written
 * @param kind how it matched
 * @param edits the typing errors assumed, 0 unless {@code kind} is {@link Kind#TYPO}
 * @param rest how many characters of the title the query left out
 */
public record TitleMatch(String title, Kind kind, int edits, int rest) implements Comparable<TitleMatch> {

	private static final Comparator<TitleMatch> BEST_FIRST = Comparator.comparing(TitleMatch::kind)
		.thenComparingInt(TitleMatch::edits)
		.thenComparingInt(TitleMatch::rest);

	/** How a title can match, the best first. */
	public enum Kind {

		/** The same after folding. */
		EXACT,

		/** The title begins with the query. */
		PREFIX,

		/** The title has every word of the query. */
		WORDS,

		/** The title, or its first words, is the query but for a few letters. */
		TYPO

	}

	/** The best match among titles. */
	public static Optional<TitleMatch> best(FoldedTitle query, Collection<String> titles) {
		return titles.stream().flatMap((title) -> of(query, title).stream()).min(Comparator.naturalOrder());
	}

	static Optional<TitleMatch> of(FoldedTitle query, String title) {
		FoldedTitle folded = FoldedTitle.of(title);
		int rest = Math.max(0, folded.joined().length() - query.joined().length());
		if (query.isEmpty()) {
			return Optional.empty();
		}
		if (folded.joined().equals(query.joined())) {
			return Optional.of(new TitleMatch(title, Kind.EXACT, 0, 0));
		}
		if (folded.joined().startsWith(query.joined())) {
			return Optional.of(new TitleMatch(title, Kind.PREFIX, 0, rest));
		}
		if (new HashSet<>(folded.words()).containsAll(query.words()) || (query.words().size() == 1
				&& Scripts.unspaced(query.joined()) && folded.joined().contains(query.joined()))) {
			return Optional.of(new TitleMatch(title, Kind.WORDS, 0, rest));
		}
		int allowed = editsAllowed(query.joined().length());
		int edits = Math.min(TitleDistance.between(query.joined(), folded.joined(), allowed),
				TitleDistance.between(query.joined(), beginning(folded, query.words().size()), allowed));
		return (edits <= allowed) ? Optional.of(new TitleMatch(title, Kind.TYPO, edits, rest)) : Optional.empty();
	}

	/**
	 * How many typing errors are forgiven: one in a short name, two in a longer one, then
	 * one in eight letters.
	 * @param length of the folded query without spaces
	 */
	public static int editsAllowed(int length) {
		return (length < 3) ? 0 : (length < 6) ? 1 : Math.max(2, length / 8);
	}

	@Override
	public int compareTo(TitleMatch other) {
		return BEST_FIRST.compare(this, other);
	}

	private static String beginning(FoldedTitle title, int words) {
		return String.join("", title.words().subList(0, Math.min(words, title.words().size())));
	}

}

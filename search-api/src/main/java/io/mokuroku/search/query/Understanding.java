package io.mokuroku.search.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.IndexView;
import io.mokuroku.search.index.TitleHit;
import io.mokuroku.search.index.Vocabulary;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.TitleMatch;
import org.jspecify.annotations.Nullable;

/**
 * What a question means in a catalogue.
 *
 * @param parsed the question, taken apart
 * @param titles the anime whose titles the whole question comes close to, best first
 * @param filter what the answer must be, asked for in words or beside them
 * @param like what the answer shall be like
 */
record Understanding(ParsedQuestion parsed, List<TitleHit> titles, AnimeFilter filter, @Nullable IndexedAnime like) {

	/** A question that comes so close to a title means it. */
	private static final double MEANS_TITLE = 0.75;

	/** A name that comes less close to a title is none, whatever words they share. */
	private static final double NAMES_TITLE = 0.5;

	private static final int MOST_NAMED = 100;

	private static final int MOST_LOOKED_UP = 10;

	/** The text to look for by words and meaning; blank if there is none. */
	String text() {
		boolean unknown = this.parsed.like() != null && this.like == null;
		return unknown ? (this.parsed.like() + " " + this.parsed.text()).strip() : this.parsed.text();
	}

	/** Understands questions, and remembers the vocabulary. */
	static final class Reader {

		private volatile Known known = new Known(new Vocabulary(Set.of(), Set.of()));

		Understanding read(IndexView index, String text, AnimeFilter asked, int most) {
			List<TitleHit> titles = index.named(FoldedTitle.of(text), asked, most);
			Named named = new Named(index);
			ParsedQuestion parsed = parse(named, text, asked, titles);
			Set<AnimeId> without = new HashSet<>();
			for (String name : parsed.unlike()) {
				without.addAll(Franchise.named(index, named.titles(name)));
			}
			Optional<IndexedAnime> like = Optional.ofNullable(parsed.like())
				.flatMap((title) -> named.titles(title).stream().findFirst().map(TitleHit::anime));
			like.ifPresent((anime) -> without.addAll(Franchise.relatives(index, anime)));
			AnimeFilter filter = asked.and(parsed.filter()).and(AnimeFilter.of((left) -> left.without = without));
			return new Understanding(parsed, titles, filter, like.orElse(null));
		}

		/** Subjects that nothing has which passes are what it shall be about. */
		private ParsedQuestion parse(Named named, String text, AnimeFilter asked, List<TitleHit> titles) {
			TitleMatch best = titles.isEmpty() ? null : titles.getFirst().match();
			boolean exact = best != null && best.kind() == TitleMatch.Kind.EXACT;
			QuestionParser parser = parser(named.index.vocabulary());
			Predicate<String> title = (name) -> !named.titles(name).isEmpty();
			ParsedQuestion parsed = parser.parse(text, title);
			if (best != null && !exact && best.closeness() >= MEANS_TITLE && !likens(named, parsed)) {
				return ParsedQuestion.plain(text);
			}
			if (exact && !parsed.filtersAlone()) {
				return ParsedQuestion.plain(text);
			}
			return (parsed.filtersAlone() && named.index.count(asked.and(parsed.filter())) == 0)
					? parser.described(text, title) : parsed;
		}

		/** Whether a question names a title to be like, exactly. */
		private static boolean likens(Named named, ParsedQuestion parsed) {
			return parsed.like() != null && named.titles(parsed.like())
				.stream()
				.anyMatch((hit) -> hit.match().kind() == TitleMatch.Kind.EXACT);
		}

		private QuestionParser parser(Vocabulary vocabulary) {
			Known latest = this.known;
			if (!latest.vocabulary().equals(vocabulary)) {
				latest = new Known(vocabulary);
				this.known = latest;
			}
			return latest.parser();
		}

	}

	/**
	 * Titles that names in one question mean. Each name is looked up once, and only so
	 * many, as each costs a query.
	 */
	private static final class Named {

		private final IndexView index;

		private final Map<String, List<TitleHit>> seen = new HashMap<>();

		Named(IndexView index) {
			this.index = index;
		}

		List<TitleHit> titles(String name) {
			List<TitleHit> known = this.seen.get(name);
			if (known != null || this.seen.size() == MOST_LOOKED_UP) {
				return (known != null) ? known : List.of();
			}
			List<TitleHit> found = this.index.named(FoldedTitle.of(name), AnimeFilter.NONE, MOST_NAMED)
				.stream()
				.filter((hit) -> means(hit.match()))
				.toList();
			this.seen.put(name, found);
			return found;
		}

		/** Has all words of a name, or nearly all letters. */
		private static boolean means(TitleMatch match) {
			double least = (match.kind().compareTo(TitleMatch.Kind.WORDS) <= 0) ? NAMES_TITLE : MEANS_TITLE;
			return match.closeness() >= least;
		}

	}

	/**
	 * A parser and the words it knows.
	 *
	 * @param vocabulary the words
	 * @param parser knows them
	 */
	private record Known(Vocabulary vocabulary, QuestionParser parser) {

		Known(Vocabulary vocabulary) {
			this(vocabulary, new QuestionParser(vocabulary));
		}

	}

}

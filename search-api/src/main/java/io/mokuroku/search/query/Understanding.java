package io.mokuroku.search.query;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

	/** A name that comes less close to a title is none. */
	private static final double NAMES_TITLE = 0.5;

	private static final int MOST_NAMED = 100;

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
			ParsedQuestion parsed = parse(index, text, titles);
			Set<AnimeId> without = new HashSet<>();
			for (String name : parsed.unlike()) {
				without.addAll(Franchise.named(index, titled(index, name)));
			}
			Optional<IndexedAnime> like = Optional.ofNullable(parsed.like())
				.flatMap((title) -> titled(index, title).stream().findFirst().map(TitleHit::anime));
			like.ifPresent((anime) -> without.addAll(Franchise.relatives(index, anime)));
			AnimeFilter filter = asked.and(parsed.filter()).and(AnimeFilter.of((left) -> left.without = without));
			return new Understanding(parsed, titles, filter, like.orElse(null));
		}

		private ParsedQuestion parse(IndexView index, String text, List<TitleHit> titles) {
			TitleMatch best = titles.isEmpty() ? null : titles.getFirst().match();
			boolean exact = best != null && best.kind() == TitleMatch.Kind.EXACT;
			if (best != null && !exact && best.closeness() >= MEANS_TITLE) {
				return ParsedQuestion.plain(text);
			}
			ParsedQuestion parsed = parser(index.vocabulary()).parse(text);
			return (exact && !parsed.filtersAlone()) ? ParsedQuestion.plain(text) : parsed;
		}

		private QuestionParser parser(Vocabulary vocabulary) {
			Known latest = this.known;
			if (!latest.vocabulary().equals(vocabulary)) {
				latest = new Known(vocabulary);
				this.known = latest;
			}
			return latest.parser();
		}

		private static List<TitleHit> titled(IndexView index, String title) {
			return index.named(FoldedTitle.of(title), AnimeFilter.NONE, MOST_NAMED)
				.stream()
				.filter((hit) -> hit.match().closeness() >= NAMES_TITLE)
				.toList();
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

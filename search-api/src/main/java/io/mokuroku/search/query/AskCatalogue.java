package io.mokuroku.search.query;

import java.util.List;

import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.Vocabulary;
import io.mokuroku.search.query.SearchHit.Reason;

/**
 * Asks the catalogue for other rooms of this service, as {@code /v1/search} would.
 */
public final class AskCatalogue {

	/** Longer texts are refused. */
	public static final int LONGEST = SearchQuestion.LONGEST;

	private final SearchAnime search;

	private final AnimeIndex index;

	AskCatalogue(SearchAnime search, AnimeIndex index) {
		this.search = search;
		this.index = index;
	}

	/**
	 * Finds anime by a text; without one, what passes the filter, the best known first.
	 * @param text at most {@link #LONGEST} characters
	 * @param limit how many at most, 1 to 50
	 * @throws IllegalArgumentException if text or limit are out of bounds
	 */
	public Found ask(String text, AnimeFilter filter, int limit) {
		if (text.isBlank()) {
			return new Found(this.index.listed(filter, limit)
				.stream()
				.map((anime) -> new SearchHit(anime, Reason.FILTER, null, 0))
				.toList(), false, List.of());
		}
		SearchResult result = this.search.answer(new SearchQuestion(text, filter, limit));
		List<Understood> understood = result.understood()
			.parts()
			.stream()
			.map((part) -> new Understood(part.kind().name(), part.value()))
			.toList();
		return new Found(result.hits(), result.degraded(), understood);
	}

	/** The words by which anime can be filtered. */
	public Vocabulary vocabulary() {
		return this.index.vocabulary();
	}

	/**
	 * What was found.
	 *
	 * @param hits the best first
	 * @param wordsOnly whether meaning could not be considered
	 * @param understood what of the text was taken for something else than text
	 */
	public record Found(List<SearchHit> hits, boolean wordsOnly, List<Understood> understood) {

		public Found {
			hits = List.copyOf(hits);
			understood = List.copyOf(understood);
		}

	}

	/**
	 * A part of a text that was understood.
	 *
	 * @param kind what it is about, in capitals, as in {@code YEAR}
	 * @param value what was understood
	 */
	public record Understood(String kind, String value) {
	}

}

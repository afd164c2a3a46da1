package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.embed.Pace;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexView;
import io.mokuroku.search.index.TitleHit;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.SearchHit.Reason;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.TitleMatch;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question from titles, words and meaning. What is close enough to a title is
 * taken for one; everything else is taken apart first. Without the embedding model it
 * answers from titles and words, and says so.
 */
final class SearchAnime {

	/** Hits beyond have little to do with a question. */
	static final int MOST = 1_000;

	/** How deep each ranking is read, unless more hits are wanted. */
	private static final int DEPTH = 50;

	private final AnimeIndex index;

	private final Meaning meaning;

	private final Pace pace;

	private final Understanding.Reader reader = new Understanding.Reader();

	SearchAnime(AnimeIndex index, Meaning meaning, Pace pace) {
		this.index = index;
		this.meaning = meaning;
		this.pace = pace;
	}

	SearchResult answer(SearchQuestion question) {
		return find(question.text(), question.filter(), question.limit());
	}

	/**
	 * The best hits, as many as are wanted. Those that a closer look finds follow those
	 * of the first one, so that the beginning is the same however many are wanted.
	 * @param text not blank
	 * @param most from 1 to {@link #MOST}
	 */
	SearchResult find(String text, AnimeFilter filter, int most) {
		this.pace.busy();
		return this.index.reading((view) -> {
			Understanding understood = this.reader.read(view, text, filter, DEPTH);
			Ranked first = ranked(view, understood, DEPTH);
			List<SearchHit> hits = RankFusion.fuse(first.rankings(), MOST);
			if (hits.size() < most && first.rankings().stream().anyMatch((ranking) -> ranking.size() >= DEPTH)) {
				hits = together(hits, RankFusion.fuse(ranked(view, understood, MOST).rankings(), MOST));
			}
			if (hits.size() < most && understood.parsed().filter().asks()) {
				hits = together(hits, hits(view.listed(understood.filter(), most), Reason.FILTER));
			}
			return new SearchResult(hits.stream().limit(most).toList(), first.degraded(), understood.parsed(),
					understood.filter(), didYouMean(understood.titles()));
		});
	}

	private Ranked ranked(IndexView view, Understanding understood, int depth) {
		List<List<SearchHit>> rankings = new ArrayList<>();
		boolean degraded = false;
		if (understood.like() != null) {
			degraded = addAlike(view, understood, understood.like(), depth, rankings);
		}
		else if (understood.parsed().filtersAlone()) {
			rankings.add(hits(view.listed(understood.filter(), depth), Reason.FILTER));
			rankings.add(alsoTitles(understood));
		}
		else {
			degraded = addDescribed(view, understood, depth, rankings);
		}
		return new Ranked(rankings, degraded);
	}

	/**
	 * Adds what lies near an anime, and what has its subjects; with a text beside it, in
	 * the direction of both, and what has its words. Returns whether meaning could not be
	 * considered.
	 */
	private boolean addAlike(IndexView view, Understanding understood, IndexedAnime like, int depth,
			List<List<SearchHit>> rankings) {
		String text = understood.text();
		AnimeFilter filter = understood.filter();
		Optional<float[]> example = view.findVector(like.id());
		Optional<float[]> described = Meaning.readable(text) ? this.meaning.of(text) : Optional.empty();
		example.map((liked) -> described.map((more) -> Meaning.between(liked, more)).orElse(liked))
			.or(() -> described)
			.ifPresent((direction) -> rankings.add(Meaning.near(view, direction, filter, depth)));
		rankings.add(hits(view.sharing(like.subjects(), filter, depth), Reason.TEXT));
		rankings.add(hits(view.about(text, filter, depth), Reason.TEXT));
		return example.isEmpty() || (Meaning.readable(text) && described.isEmpty());
	}

	/** Adds what fits a text; returns whether meaning could not be considered. */
	private boolean addDescribed(IndexView view, Understanding understood, int depth, List<List<SearchHit>> rankings) {
		String text = understood.text();
		List<TitleHit> titles = understood.parsed().isPlain() ? understood.titles()
				: view.named(FoldedTitle.of(text), understood.filter(), depth);
		List<SearchHit> named = titles.stream().map(SearchHit::of).toList();
		List<SearchHit> leading = named.stream().filter((hit) -> hit.score() > 0).toList();
		List<SearchHit> described = hits(view.about(text, understood.filter(), depth), Reason.TEXT);
		rankings.add(together(together(leading, described), named));
		if (!Meaning.readable(text)) {
			return false;
		}
		Optional<float[]> direction = this.meaning.of(text);
		direction.ifPresent((vector) -> rankings.add(Meaning.near(view, vector, understood.filter(), depth)));
		return direction.isEmpty();
	}

	/** What was found first, then what else was found. */
	private static List<SearchHit> together(List<SearchHit> first, List<SearchHit> then) {
		Map<AnimeId, SearchHit> hits = new LinkedHashMap<>();
		first.forEach((hit) -> hits.putIfAbsent(hit.anime().id(), hit));
		then.forEach((hit) -> hits.putIfAbsent(hit.anime().id(), hit));
		return List.copyOf(hits.values());
	}

	/** Words that filter may be a title, too. */
	private static List<SearchHit> alsoTitles(Understanding understood) {
		boolean oneWord = understood.parsed().parts().size() == 1;
		return understood.titles()
			.stream()
			.filter((hit) -> hit.match().kind() == TitleMatch.Kind.EXACT || oneWord)
			.map(SearchHit::of)
			.filter((hit) -> hit.score() > 0)
			.toList();
	}

	private static List<SearchHit> hits(List<IndexedAnime> anime, Reason reason) {
		return anime.stream().map((each) -> new SearchHit(each, reason, null, 0)).toList();
	}

	private static @Nullable String didYouMean(List<TitleHit> titles) {
		return titles.stream()
			.findFirst()
			.filter((hit) -> hit.match().kind() == TitleMatch.Kind.TYPO)
			.map(TitleHit::title)
			.orElse(null);
	}

	/**
	 * What was found in several ways.
	 *
	 * @param rankings each the best first
	 * @param degraded whether meaning could not be considered
	 */
	private record Ranked(List<List<SearchHit>> rankings, boolean degraded) {
	}

}

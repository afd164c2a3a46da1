package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.embed.Pace;
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

	/** How deep each ranking is read. */
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
		this.pace.busy();
		return this.index.reading((view) -> {
			Understanding understood = this.reader.read(view, question, DEPTH);
			List<List<SearchHit>> rankings = new ArrayList<>();
			boolean degraded = false;
			if (understood.like() != null) {
				degraded = addAlike(view, understood, understood.like(), rankings);
			}
			else if (understood.parsed().filtersAlone()) {
				rankings.add(hits(view.listed(understood.filter(), DEPTH), Reason.FILTER));
				rankings.add(alsoTitles(understood));
			}
			else {
				degraded = addDescribed(view, understood, rankings);
			}
			List<SearchHit> fused = RankFusion.fuse(rankings, question.limit());
			return new SearchResult(filled(view, fused, understood, question.limit()), degraded, understood.parsed(),
					didYouMean(understood.titles()));
		});
	}

	/** Adds what is like an anime; returns whether meaning could not be considered. */
	private boolean addAlike(IndexView view, Understanding understood, IndexedAnime like,
			List<List<SearchHit>> rankings) {
		String text = understood.text();
		String words = text.isEmpty() ? String.join(" ", like.subjects()) : text;
		rankings.add(hits(view.about(words, understood.filter(), DEPTH), Reason.TEXT));
		Optional<float[]> example = view.findVector(like.id());
		Optional<float[]> described = Meaning.readable(text) ? this.meaning.of(text) : Optional.empty();
		example.map((liked) -> described.map((more) -> Meaning.between(liked, more)).orElse(liked))
			.or(() -> described)
			.ifPresent((direction) -> rankings.add(0, Meaning.near(view, direction, understood.filter(), DEPTH)));
		return example.isEmpty() || (Meaning.readable(text) && described.isEmpty());
	}

	/** Adds what fits a text; returns whether meaning could not be considered. */
	private boolean addDescribed(IndexView view, Understanding understood, List<List<SearchHit>> rankings) {
		String text = understood.text();
		List<TitleHit> titles = understood.parsed().isPlain() ? understood.titles()
				: view.named(FoldedTitle.of(text), understood.filter(), DEPTH);
		Map<AnimeId, SearchHit> byWords = new LinkedHashMap<>();
		titles.forEach((hit) -> byWords.put(hit.anime().id(), SearchHit.of(hit)));
		view.about(text, understood.filter(), DEPTH)
			.forEach((anime) -> byWords.putIfAbsent(anime.id(), new SearchHit(anime, Reason.TEXT, null, 0)));
		rankings.add(List.copyOf(byWords.values()));
		if (!Meaning.readable(text)) {
			return false;
		}
		Optional<float[]> direction = this.meaning.of(text);
		direction.ifPresent((vector) -> rankings.add(Meaning.near(view, vector, understood.filter(), DEPTH)));
		return direction.isEmpty();
	}

	/**
	 * What was asked for in filters is right even if nothing else of it was recognised,
	 * but comes last.
	 */
	private static List<SearchHit> filled(IndexView view, List<SearchHit> fused, Understanding understood, int most) {
		if (fused.size() >= most || !understood.parsed().filter().asks()) {
			return fused;
		}
		Map<AnimeId, SearchHit> hits = new LinkedHashMap<>();
		fused.forEach((hit) -> hits.put(hit.anime().id(), hit));
		hits(view.listed(understood.filter(), most), Reason.FILTER)
			.forEach((hit) -> hits.putIfAbsent(hit.anime().id(), hit));
		return hits.values().stream().limit(most).toList();
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

}

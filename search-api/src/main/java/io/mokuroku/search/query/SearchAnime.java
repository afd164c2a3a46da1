package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.embed.LoadingTextEmbedder;
import io.mokuroku.search.embed.Pace;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.NearHit;
import io.mokuroku.search.index.TitleHit;
import io.mokuroku.search.query.SearchHit.Reason;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.Scripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a question from titles, words and meaning. Without the embedding model it
 * answers from titles and words, and says so.
 */
final class SearchAnime {

	private static final Logger logger = LoggerFactory.getLogger(SearchAnime.class);

	/** How deep each ranking is read. */
	private static final int DEPTH = 50;

	/** Vectors that point further apart have nothing to do with each other. */
	private static final double LEAST_COSINE = 0.3;

	private final AnimeIndex index;

	private final LoadingTextEmbedder embedder;

	private final Pace pace;

	SearchAnime(AnimeIndex index, LoadingTextEmbedder embedder, Pace pace) {
		this.index = index;
		this.embedder = embedder;
		this.pace = pace;
	}

	SearchResult answer(SearchQuestion question) {
		this.pace.busy();
		List<List<SearchHit>> rankings = new ArrayList<>();
		rankings.add(byWords(question));
		Optional<List<SearchHit>> near = byMeaning(question);
		near.ifPresent(rankings::add);
		return new SearchResult(RankFusion.fuse(rankings, question.limit()), near.isEmpty());
	}

	private List<SearchHit> byWords(SearchQuestion question) {
		Map<AnimeId, SearchHit> hits = new LinkedHashMap<>();
		for (TitleHit hit : this.index.named(FoldedTitle.of(question.text()), question.filter(), DEPTH)) {
			hits.put(hit.anime().id(), new SearchHit(hit.anime(), reason(hit), hit.title(), 0));
		}
		this.index.about(question.text(), question.filter(), DEPTH)
			.forEach((anime) -> hits.putIfAbsent(anime.id(), new SearchHit(anime, Reason.TEXT, null, 0)));
		return List.copyOf(hits.values());
	}

	/** Absent if the model cannot be asked; empty where it has nothing to say. */
	private Optional<List<SearchHit>> byMeaning(SearchQuestion question) {
		if (!Scripts.latin(question.text())) {
			return Optional.of(List.of());
		}
		try {
			return this.embedder.find()
				.map((model) -> this.index.nearest(model.embed(question.text()), question.filter(), DEPTH)
					.stream()
					.filter((hit) -> hit.cosine() >= LEAST_COSINE)
					.map(SearchAnime::hit)
					.toList());
		}
		catch (IllegalStateException ex) {
			logger.warn("search degraded reason=embedding_failed", ex);
			return Optional.empty();
		}
	}

	private static SearchHit hit(NearHit near) {
		return new SearchHit(near.anime(), Reason.MEANING, null, 0);
	}

	private static Reason reason(TitleHit hit) {
		return switch (hit.match().kind()) {
			case EXACT -> Reason.EXACT_TITLE;
			case PREFIX -> Reason.TITLE_PREFIX;
			case WORDS -> Reason.TITLE_WORDS;
			case TYPO, PARTS -> Reason.SIMILAR_TITLE;
		};
	}

}

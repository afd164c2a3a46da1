package io.mokuroku.search.query;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.search.index.AnimeField;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.AnimeOrder;
import io.mokuroku.search.index.IndexView;
import io.mokuroku.search.index.ValueCount;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.SearchHit.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Answers page by page. What is asked for in filters alone is listed to its end, in any
 * order. Of what is looked for by a text, the first {@link SearchAnime#MOST} are found by
 * relevance; another order sorts the {@link #SORTED} most relevant, because beyond these
 * little has to do with the text.
 */
final class TurnPages {

	/** So many of the most relevant are sorted where another order is asked for. */
	static final int SORTED = 100;

	private static final int MOST_VALUES = 50;

	private final SearchAnime search;

	private final AnimeIndex index;

	TurnPages(SearchAnime search, AnimeIndex index) {
		this.search = search;
		this.index = index;
	}

	SearchPage page(SearchPage.Request asked) {
		if (asked.text().isBlank()) {
			SearchResult nothing = new SearchResult(List.of(), false, ParsedQuestion.plain(""), asked.filter(), null);
			return listed(nothing, asked, (asked.order() != null) ? asked.order() : AnimeOrder.POPULARITY);
		}
		AnimeOrder order = asked.order();
		int first = (order == null && asked.after() != null) ? (int) asked.after().place().key() : 0;
		int reach = (order != null) ? SORTED : Math.min(SearchAnime.MOST, first + asked.size() + 1);
		SearchResult found = this.search.find(asked.text(), asked.filter(), reach);
		boolean filtersAlone = found.understood().filtersAlone();
		if (filtersAlone && order != null) {
			return listed(found, asked, order);
		}
		Map<AnimeField, List<ValueCount>> facets = filtersAlone ? counted(this.index, found.filter(), asked.facets())
				: counted(asked);
		if (order != null) {
			return sorted(found, asked, order, facets);
		}
		int end = first + asked.size();
		List<SearchHit> hits = found.hits()
			.subList(Math.min(first, found.hits().size()), Math.min(end, found.hits().size()));
		PageCursor next = (found.hits().size() > end && end < SearchAnime.MOST) ? PageCursor.after(end) : null;
		return new SearchPage(found.with(hits), next, filtersAlone ? this.index.count(found.filter()) : null, facets);
	}

	private SearchPage listed(SearchResult found, SearchPage.Request asked, AnimeOrder order) {
		return this.index.reading((view) -> {
			List<IndexedAnime> read = view.listed(found.filter(), order, place(asked), asked.size() + 1);
			List<SearchHit> hits = read.stream()
				.limit(asked.size())
				.map((anime) -> new SearchHit(anime, Reason.FILTER, null, 0))
				.toList();
			PageCursor next = (read.size() > asked.size()) ? new PageCursor(order.place(hits.getLast().anime())) : null;
			return new SearchPage(found.with(hits), next, view.count(found.filter()),
					counted(view, found.filter(), asked.facets()));
		});
	}

	private static SearchPage sorted(SearchResult found, SearchPage.Request asked, AnimeOrder order,
			Map<AnimeField, List<ValueCount>> facets) {
		List<IndexedAnime> anime = found.hits().stream().map(SearchHit::anime).toList();
		Map<IndexedAnime, SearchHit> hits = new HashMap<>();
		found.hits().forEach((hit) -> hits.put(hit.anime(), hit));
		List<IndexedAnime> page = order.page(anime, place(asked), asked.size() + 1);
		List<SearchHit> shown = page.stream().limit(asked.size()).map(hits::get).toList();
		PageCursor next = (page.size() > asked.size()) ? new PageCursor(order.place(shown.getLast().anime())) : null;
		return new SearchPage(found.with(shown), next, anime.size(), facets);
	}

	private static Map<AnimeField, List<ValueCount>> counted(IndexView view, AnimeFilter filter,
			List<AnimeField> fields) {
		Map<AnimeField, List<ValueCount>> counts = new EnumMap<>(AnimeField.class);
		fields.forEach((field) -> counts.put(field, view.values(filter, field, MOST_VALUES)));
		return counts;
	}

	/** Counts what a text finds, by relevance as far as that goes. */
	private Map<AnimeField, List<ValueCount>> counted(SearchPage.Request asked) {
		Map<AnimeField, List<ValueCount>> counts = new EnumMap<>(AnimeField.class);
		if (!asked.facets().isEmpty()) {
			List<IndexedAnime> all = this.search.find(asked.text(), asked.filter(), SearchAnime.MOST)
				.hits()
				.stream()
				.map(SearchHit::anime)
				.toList();
			asked.facets().forEach((field) -> counts.put(field, field.count(all, MOST_VALUES)));
		}
		return counts;
	}

	private static AnimeOrder.@Nullable Place place(SearchPage.Request asked) {
		return (asked.after() != null) ? asked.after().place() : null;
	}

}

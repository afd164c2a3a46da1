package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.TitleMatch;
import io.mokuroku.search.title.TitleQuery;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.GetPoints;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import org.jspecify.annotations.Nullable;

/**
 * What Qdrant holds, to be asked. Titles are found in two steps: sparse vectors name
 * candidates, whose titles are then compared as every other index compares them.
 */
final class QdrantView implements IndexView {

	/** Words alone say too little; among so many times as many the rest is looked for. */
	private static final int MORE_WORDS = 4;

	private final QdrantClient client;

	private final QdrantQueries queries;

	private final QdrantWrites points;

	private final SparseTexts texts;

	private final String collection;

	private final Supplier<Vocabulary> vocabulary;

	QdrantView(QdrantClient client, String collection, SparseTexts texts, Supplier<Vocabulary> vocabulary) {
		this.client = client;
		this.queries = new QdrantQueries(collection, texts);
		this.points = new QdrantWrites(client, texts);
		this.texts = texts;
		this.collection = collection;
		this.vocabulary = vocabulary;
	}

	@Override
	public List<TitleHit> named(FoldedTitle query, AnimeFilter filter, int most) {
		if (query.isEmpty()) {
			return List.of();
		}
		TitleQuery wanted = new TitleQuery(query);
		return ranked(this.queries.named(query, wanted.editsAllowed(), filter, most), wanted::match,
				TitleCandidate.bestFirst(), filter, most);
	}

	@Override
	public List<TitleHit> beginning(FoldedTitle start, int most) {
		if (start.isEmpty()) {
			return List.of();
		}
		TitleQuery wanted = new TitleQuery(start);
		return ranked(this.queries.beginning(start, most), wanted::completion, TitleCandidate.kindThenProminence(),
				AnimeFilter.NONE, most);
	}

	@Override
	public List<IndexedAnime> about(String text, AnimeFilter filter, int most) {
		Map<Integer, Float> words = this.texts.about(text);
		return words.isEmpty() ? List.of() : textual(words, filter, most);
	}

	@Override
	public List<IndexedAnime> sharing(Collection<String> subjects, AnimeFilter filter, int most) {
		Map<Integer, Float> shared = this.texts.sharing(subjects);
		return shared.isEmpty() ? List.of() : textual(shared, filter, most);
	}

	@Override
	public List<NearHit> nearest(float[] vector, AnimeFilter filter, int most) {
		return ask(this.queries.nearest(vector, filter, most)).stream()
			.map((point) -> new NearHit(QdrantPoints.anime(point.getPayloadMap()), point.getScore()))
			.toList();
	}

	@Override
	public List<IndexedAnime> listed(AnimeFilter filter, AnimeOrder order, AnimeOrder.@Nullable Place after, int most) {
		return order.page(read(this.queries.listed(filter, order, after, most + AnimeOrder.SPARE)), after, most);
	}

	@Override
	public int count(AnimeFilter filter) {
		return Math
			.toIntExact(QdrantCalls.answer(this.client.countAsync(this.collection, QdrantFilters.shown(filter), true)));
	}

	@Override
	public List<ValueCount> values(AnimeFilter filter, AnimeField field, int most) {
		return QdrantCalls.answer(this.client.facetAsync(QdrantQueries.values(this.collection, filter, field, most)))
			.stream()
			.map((hit) -> new ValueCount(QdrantVocabulary.written(hit.getValue()), hit.getCount()))
			.sorted(ValueCount.MOST_FIRST)
			.toList();
	}

	@Override
	public Optional<IndexedAnime> find(AnimeId id) {
		return Optional.ofNullable(bodies(List.of(id)).get(id)).filter(IndexedAnime::shown);
	}

	@Override
	public Optional<float[]> findVector(AnimeId id) {
		return Optional.ofNullable(this.points.states(this.collection, List.of(id)).get(id))
			.flatMap((state) -> Optional.ofNullable(state.vector()));
	}

	@Override
	public List<IndexedAnime> linked(Collection<String> links, int most) {
		return links.isEmpty() ? List.of() : read(this.queries.bestKnown(QdrantFilters.linked(links), most));
	}

	@Override
	public Vocabulary vocabulary() {
		return this.vocabulary.get();
	}

	List<IndexedAnime> withoutVector(int most) {
		return read(this.queries.bestKnown(QdrantFilters.waiting(), most));
	}

	/** Those that have enough of some terms. */
	private List<IndexedAnime> textual(Map<Integer, Float> words, AnimeFilter filter, int most) {
		return ask(this.queries.about(words, filter, MORE_WORDS * most)).stream()
			.sorted(Comparator.comparingDouble(ScoredPoint::getScore)
				.reversed()
				.thenComparingDouble((point) -> -QdrantPoints.prominence(point.getPayloadMap())))
			.map((point) -> QdrantPoints.anime(point.getPayloadMap()))
			.filter((anime) -> this.texts.holdsEnough(anime, words))
			.limit(most)
			.toList();
	}

	/** Ranks by the titles that stand in the payload, then reads the best as a whole. */
	private List<TitleHit> ranked(QueryPoints query, Function<FoldedTitle, Optional<TitleMatch>> match,
			Comparator<TitleCandidate<AnimeId>> order, AnimeFilter filter, int most) {
		List<TitleCandidate<AnimeId>> candidates = new ArrayList<>();
		for (ScoredPoint point : ask(query)) {
			Map<String, Value> payload = point.getPayloadMap();
			TitleHit.best(match, QdrantPoints.titles(payload))
				.ifPresent((best) -> candidates
					.add(new TitleCandidate<>(QdrantPoints.id(point.getId()), best, QdrantPoints.prominence(payload))));
		}
		List<AnimeId> best = candidates.stream().sorted(order).limit(most).map(TitleCandidate::key).toList();
		Map<AnimeId, IndexedAnime> read = bodies(best);
		List<TitleHit> hits = new ArrayList<>();
		for (AnimeId id : best) {
			IndexedAnime anime = read.get(id);
			if (anime != null && filter.passes(anime)) {
				List<String> titles = anime.titles().all();
				TitleHit.best(match, titles.stream().map(FoldedTitle::of).toList())
					.ifPresent((found) -> hits.add(new TitleHit(anime, titles.get(found.number()), found.match())));
			}
		}
		return hits;
	}

	private Map<AnimeId, IndexedAnime> bodies(List<AnimeId> ids) {
		Map<AnimeId, IndexedAnime> all = new HashMap<>();
		if (ids.isEmpty()) {
			return all;
		}
		GetPoints request = GetPoints.newBuilder()
			.setCollectionName(this.collection)
			.addAllIds(ids.stream().map(QdrantPoints::id).toList())
			.setWithPayload(WithPayloadSelectorFactory.include(List.of(QdrantPoints.BODY)))
			.build();
		for (RetrievedPoint point : QdrantCalls.answer(this.client.retrieveAsync(request, null))) {
			if (point.containsPayload(QdrantPoints.BODY)) {
				all.put(QdrantPoints.id(point.getId()), QdrantPoints.anime(point.getPayloadMap()));
			}
		}
		return all;
	}

	private List<IndexedAnime> read(QueryPoints query) {
		return ask(query).stream().map((point) -> QdrantPoints.anime(point.getPayloadMap())).toList();
	}

	private List<ScoredPoint> ask(QueryPoints query) {
		return QdrantCalls.answer(this.client.queryAsync(query));
	}

}

package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.search.title.FoldedTitle;
import io.qdrant.client.QueryFactory;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.Direction;
import io.qdrant.client.grpc.Points.FacetCounts;
import io.qdrant.client.grpc.Points.Fusion;
import io.qdrant.client.grpc.Points.OrderBy;
import io.qdrant.client.grpc.Points.PrefetchQuery;
import io.qdrant.client.grpc.Points.QuantizationSearchParams;
import io.qdrant.client.grpc.Points.Query;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.SearchParams;
import io.qdrant.client.grpc.Points.StartFrom;
import org.jspecify.annotations.Nullable;

/**
 * Requests as queries of Qdrant.
 */
final class QdrantQueries {

	private static final int CANDIDATES = 100;

	/** So many times as many are compared again by their exact vectors. */
	private static final double OVERSAMPLING = 2;

	private final String collection;

	private final SparseTexts texts;

	QdrantQueries(String collection, SparseTexts texts) {
		this.collection = collection;
		this.texts = texts;
	}

	/** The candidates of five rankings, in one request. */
	QueryPoints named(FoldedTitle title, int edits, AnimeFilter filter, int most) {
		Filter shown = QdrantFilters.shown(filter);
		List<PrefetchQuery> rankings = new ArrayList<>();
		add(SparseTexts.BEGINS, this.texts.exactly(title), shown, most, rankings);
		add(SparseTexts.BEGINS, this.texts.beginningWith(title), shown, CANDIDATES, rankings);
		add(SparseTexts.WORDS, this.texts.withAnyWord(title), shown, CANDIDATES, rankings);
		add(SparseTexts.GRAMS, this.texts.withGrams(title), shown, CANDIDATES, rankings);
		add(SparseTexts.NEAR, this.texts.nearly(title, edits), shown, CANDIDATES, rankings);
		return candidates(rankings);
	}

	QueryPoints beginning(FoldedTitle start, int most) {
		Filter shown = QdrantFilters.shown(AnimeFilter.NONE);
		List<PrefetchQuery> rankings = new ArrayList<>();
		add(SparseTexts.BEGINS, this.texts.exactly(start), shown, most, rankings);
		add(SparseTexts.BEGINS, this.texts.beginningWith(start), shown, most, rankings);
		add(SparseTexts.BEGINS, this.texts.withWordBeginning(start), shown, most, rankings);
		return candidates(rankings);
	}

	QueryPoints about(Map<Integer, Float> words, AnimeFilter filter, int most) {
		return whole(sparse(words), most).setUsing(SparseTexts.TEXT).setFilter(QdrantFilters.shown(filter)).build();
	}

	QueryPoints nearest(float[] vector, AnimeFilter filter, int most) {
		return whole(QueryFactory.nearest(vector), most).setUsing(QdrantPoints.MEANING)
			.setFilter(QdrantFilters.shown(filter))
			.setParams(SearchParams.newBuilder()
				.setQuantization(QuantizationSearchParams.newBuilder().setRescore(true).setOversampling(OVERSAMPLING)))
			.build();
	}

	QueryPoints bestKnown(Filter filter, int most) {
		return ordered(OrderBy.newBuilder().setKey(QdrantPoints.PROMINENCE), filter, most);
	}

	/** Begins with the place itself, since nothing else can be said of keys. */
	QueryPoints listed(AnimeFilter filter, AnimeOrder order, AnimeOrder.@Nullable Place from, int most) {
		OrderBy.Builder by = OrderBy.newBuilder().setKey(order.field());
		if (from != null) {
			by.setStartFrom(StartFrom.newBuilder().setInteger(from.key()));
		}
		return ordered(by, QdrantFilters.shown(filter), most);
	}

	static FacetCounts values(String collection, AnimeFilter filter, AnimeField field, int most) {
		return FacetCounts.newBuilder()
			.setCollectionName(collection)
			.setKey(field.key())
			.setFilter(QdrantFilters.shown(filter))
			.setLimit(most)
			.setExact(true)
			.build();
	}

	private QueryPoints ordered(OrderBy.Builder by, Filter filter, int most) {
		return whole(QueryFactory.orderBy(by.setDirection(Direction.Desc).build()), most).setFilter(filter).build();
	}

	private QueryPoints.Builder whole(Query query, int most) {
		return QueryPoints.newBuilder()
			.setCollectionName(this.collection)
			.setQuery(query)
			.setLimit(most)
			.setWithPayload(WithPayloadSelectorFactory.include(List.of(QdrantPoints.BODY, QdrantPoints.PROMINENCE)));
	}

	/** All of several rankings, of which none is cut. */
	private QueryPoints candidates(List<PrefetchQuery> rankings) {
		return QueryPoints.newBuilder()
			.setCollectionName(this.collection)
			.addAllPrefetch(rankings)
			.setQuery(QueryFactory.fusion(Fusion.RRF))
			.setLimit(rankings.stream().mapToLong(PrefetchQuery::getLimit).sum())
			.setWithPayload(WithPayloadSelectorFactory.include(List.of(QdrantPoints.TITLES, QdrantPoints.PROMINENCE)))
			.build();
	}

	private static void add(String vector, Map<Integer, Float> terms, Filter filter, int most,
			List<PrefetchQuery> rankings) {
		if (!terms.isEmpty()) {
			rankings.add(PrefetchQuery.newBuilder()
				.setQuery(sparse(terms))
				.setUsing(vector)
				.setFilter(filter)
				.setLimit(most)
				.build());
		}
	}

	private static Query sparse(Map<Integer, Float> terms) {
		return QueryFactory.nearest(new ArrayList<>(terms.values()), new ArrayList<>(terms.keySet()));
	}

}

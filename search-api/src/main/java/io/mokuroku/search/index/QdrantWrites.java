package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeId;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.WithVectorsSelectorFactory;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.GetPoints;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.PointsUpdateOperation;
import io.qdrant.client.grpc.Points.PointsUpdateOperation.DeletePoints;
import io.qdrant.client.grpc.Points.PointsUpdateOperation.OverwritePayload;
import io.qdrant.client.grpc.Points.PointsUpdateOperation.PointStructList;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.UpdateBatchPoints;
import io.qdrant.client.grpc.Points.UpdateMode;
import io.qdrant.client.grpc.Points.Vectors;
import io.qdrant.client.grpc.Points.WriteOrdering;
import io.qdrant.client.grpc.Points.WriteOrderingType;

/**
 * Brings collections from one state to the next. Each write names the versions it may
 * replace and Qdrant compares, so that of two writers at once the newer state stays.
 */
final class QdrantWrites {

	/** So many states fit into one message whatever they hold. */
	private static final int TOGETHER = 100;

	private final QdrantClient client;

	private final SparseTexts texts;

	QdrantWrites(QdrantClient client, SparseTexts texts) {
		this.client = client;
		this.texts = texts;
	}

	/** Makes changes in one collection; returns when they are durable and found. */
	void write(String collection, List<IndexChange> changes) {
		Map<AnimeId, List<IndexChange>> each = new LinkedHashMap<>();
		changes.forEach((change) -> each.computeIfAbsent(change.id(), (_) -> new ArrayList<>()).add(change));
		List<AnimeId> ids = List.copyOf(each.keySet());
		for (int from = 0; from < ids.size(); from += TOGETHER) {
			List<AnimeId> some = ids.subList(from, Math.min(ids.size(), from + TOGETHER));
			Map<AnimeId, DocumentState> states = states(collection, some);
			List<PointsUpdateOperation> operations = new ArrayList<>();
			for (AnimeId id : some) {
				DocumentState before = states.getOrDefault(id, DocumentState.unknown(id));
				DocumentState after = before;
				for (IndexChange change : each.getOrDefault(id, List.of())) {
					after = after.after(change);
				}
				operations.addAll(operations(before, after));
			}
			if (!operations.isEmpty()) {
				QdrantCalls.answer(this.client.batchUpdateAsync(UpdateBatchPoints.newBuilder()
					.setCollectionName(collection)
					.setWait(true)
					.setOrdering(WriteOrdering.newBuilder().setType(WriteOrderingType.Strong))
					.addAllOperations(operations)
					.build(), null));
			}
		}
	}

	/** What a collection holds of some anime. */
	Map<AnimeId, DocumentState> states(String collection, Collection<AnimeId> ids) {
		Map<AnimeId, DocumentState> states = new HashMap<>();
		List<AnimeId> all = List.copyOf(ids);
		for (int from = 0; from < all.size(); from += TOGETHER) {
			GetPoints request = GetPoints.newBuilder()
				.setCollectionName(collection)
				.addAllIds(all.subList(from, Math.min(all.size(), from + TOGETHER))
					.stream()
					.map(QdrantPoints::id)
					.toList())
				.setWithPayload(WithPayloadSelectorFactory.enable(true))
				.setWithVectors(WithVectorsSelectorFactory.include(List.of(QdrantPoints.MEANING)))
				.build();
			for (RetrievedPoint point : QdrantCalls.answer(this.client.retrieveAsync(request, null))) {
				DocumentState state = QdrantPoints.read(point);
				states.put(state.id(), state);
			}
		}
		return states;
	}

	/**
	 * Where no vector changes the payload alone is written, which spares Qdrant's
	 * indexes; should the state not be the one that was read any more, the whole point
	 * follows.
	 */
	private List<PointsUpdateOperation> operations(DocumentState before, DocumentState after) {
		if (after.equals(before)) {
			return List.of();
		}
		if (after.version() == 0) {
			return List.of(PointsUpdateOperation.newBuilder()
				.setDeletePoints(
						DeletePoints.newBuilder().setPoints(only(QdrantFilters.upTo(before.id(), before.version()))))
				.build());
		}
		Vectors vectors = QdrantPoints.vectors(after, this.texts);
		if (after.version() == before.version()) {
			return List
				.of(upsert(after, vectors, QdrantFilters.at(after.id(), after.version()), UpdateMode.UpdateOnly));
		}
		PointsUpdateOperation whole = upsert(after, vectors, QdrantFilters.olderThan(after.id(), after.version()),
				UpdateMode.Upsert);
		if (before.version() == 0 || !vectors.equals(QdrantPoints.vectors(before, this.texts))) {
			return List.of(whole);
		}
		return List.of(PointsUpdateOperation.newBuilder()
			.setOverwritePayload(OverwritePayload.newBuilder()
				.putAllPayload(QdrantPoints.payload(after))
				.setPointsSelector(only(QdrantFilters.at(after.id(), before.version()))))
			.build(), whole);
	}

	private static PointsUpdateOperation upsert(DocumentState state, Vectors vectors, Filter replaced,
			UpdateMode mode) {
		return PointsUpdateOperation.newBuilder()
			.setUpsert(PointStructList.newBuilder()
				.addPoints(PointStruct.newBuilder()
					.setId(QdrantPoints.id(state.id()))
					.putAllPayload(QdrantPoints.payload(state))
					.setVectors(vectors))
				.setUpdateFilter(replaced)
				.setUpdateMode(mode))
			.build();
	}

	private static PointsSelector only(Filter filter) {
		return PointsSelector.newBuilder().setFilter(filter).build();
	}

}

package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.Modifier;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.FieldCondition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.FacetHit;
import io.qdrant.client.grpc.Points.FacetValue;
import io.qdrant.client.grpc.Points.NamedVectorsOutput;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsUpdateOperation;
import io.qdrant.client.grpc.Points.PrefetchQuery;
import io.qdrant.client.grpc.Points.Query;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.SparseVector;
import io.qdrant.client.grpc.Points.UpdateMode;
import io.qdrant.client.grpc.Points.Vector;
import io.qdrant.client.grpc.Points.VectorOutput;
import io.qdrant.client.grpc.Points.VectorsOutput;

/**
 * The points of one collection of {@link LoopbackQdrant}.
 */
final class LoopbackPoints {

	private final CreateCollection definition;

	private final Map<PointId, PointStruct> points = new LinkedHashMap<>();

	private final Set<String> indexed = new HashSet<>();

	LoopbackPoints(CreateCollection definition) {
		this.definition = definition;
	}

	void index(String field) {
		this.indexed.add(field);
	}

	void update(PointsUpdateOperation operation) {
		if (operation.hasDeletePoints()) {
			passing(operation.getDeletePoints().getPoints().getFilter())
				.forEach((point) -> this.points.remove(point.getId()));
		}
		else if (operation.hasOverwritePayload()) {
			Map<String, Value> payload = operation.getOverwritePayload().getPayloadMap();
			passing(operation.getOverwritePayload().getPointsSelector().getFilter()).forEach((point) -> this.points
				.put(point.getId(), point.toBuilder().clearPayload().putAllPayload(payload).build()));
		}
		else {
			PointsUpdateOperation.PointStructList upsert = operation.getUpsert();
			for (PointStruct point : upsert.getPointsList()) {
				PointStruct present = this.points.get(point.getId());
				boolean allowed = (present != null) ? passes(present, upsert.getUpdateFilter())
						: upsert.getUpdateMode() != UpdateMode.UpdateOnly;
				point.getVectors().getVectors().getVectorsMap().forEach(this::check);
				if (allowed) {
					this.points.put(point.getId(), point);
				}
			}
		}
	}

	List<RetrievedPoint> get(List<PointId> ids) {
		return ids.stream().map(this.points::get).filter(Objects::nonNull).map((point) -> {
			NamedVectorsOutput.Builder vectors = NamedVectorsOutput.newBuilder();
			point.getVectors()
				.getVectors()
				.getVectorsMap()
				.forEach((name, vector) -> vectors.putVectors(name,
						VectorOutput.newBuilder().setDense(vector.getDense()).build()));
			return RetrievedPoint.newBuilder()
				.setId(point.getId())
				.putAllPayload(point.getPayloadMap())
				.setVectors(VectorsOutput.newBuilder().setVectors(vectors))
				.build();
		}).toList();
	}

	List<ScoredPoint> query(QueryPoints request) {
		if (request.getPrefetchCount() == 0) {
			return ranked(request.getQuery(), request.getUsing(), request.getFilter(), request.getLimit());
		}
		Map<PointId, Double> fused = new HashMap<>();
		for (PrefetchQuery each : request.getPrefetchList()) {
			List<ScoredPoint> ranking = ranked(each.getQuery(), each.getUsing(), each.getFilter(), each.getLimit());
			for (int rank = 0; rank < ranking.size(); rank++) {
				fused.merge(ranking.get(rank).getId(), 1.0 / (2 + rank), Double::sum);
			}
		}
		return fused.entrySet()
			.stream()
			.sorted(Map.Entry.<PointId, Double>comparingByValue().reversed())
			.limit(request.getLimit())
			.map((entry) -> scored(entry.getKey(), entry.getValue()))
			.toList();
	}

	List<FacetHit> facet(String field, Filter filter, long most) {
		requireIndex(field);
		Map<FacetValue, Long> counts = new HashMap<>();
		passing(filter)
			.forEach((point) -> values(point, field).forEach((value) -> counts.merge(counted(value), 1L, Long::sum)));
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<FacetValue, Long>comparingByValue().reversed())
			.limit(most)
			.map((entry) -> FacetHit.newBuilder().setValue(entry.getKey()).setCount(entry.getValue()).build())
			.toList();
	}

	private static FacetValue counted(Value value) {
		return value.hasIntegerValue() ? FacetValue.newBuilder().setIntegerValue(value.getIntegerValue()).build()
				: FacetValue.newBuilder().setStringValue(value.getStringValue()).build();
	}

	List<PointStruct> passing(Filter filter) {
		return this.points.values().stream().filter((point) -> passes(point, filter)).toList();
	}

	private List<ScoredPoint> ranked(Query query, String using, Filter filter, long most) {
		List<ScoredPoint> scored = new ArrayList<>();
		Map<PointId, Double> numbers = new HashMap<>();
		for (PointStruct point : passing(filter)) {
			Vector vector = point.getVectors().getVectors().getVectorsMap().get(using);
			if (query.hasOrderBy()) {
				requireIndex(query.getOrderBy().getKey());
				values(point, query.getOrderBy().getKey()).forEach((value) -> {
					double number = LoopbackConditions.number(value);
					if (!query.getOrderBy().hasStartFrom()
							|| number <= query.getOrderBy().getStartFrom().getInteger()) {
						numbers.put(point.getId(), number);
						scored.add(scored(point.getId(), 0));
					}
				});
			}
			else if (vector != null && query.getNearest().hasDense()) {
				scored.add(scored(point.getId(),
						product(query.getNearest().getDense().getDataList(), vector.getDense().getDataList())));
			}
			else if (vector != null) {
				double score = score(query.getNearest().getSparse(), vector.getSparse(), using);
				if (score > 0) {
					scored.add(scored(point.getId(), score));
				}
			}
		}
		return scored.stream()
			.sorted(Comparator
				.comparingDouble((ScoredPoint point) -> numbers.getOrDefault(point.getId(), (double) point.getScore()))
				.reversed())
			.limit(most)
			.toList();
	}

	private ScoredPoint scored(PointId id, double score) {
		return ScoredPoint.newBuilder()
			.setId(id)
			.setScore((float) score)
			.putAllPayload(this.points.getOrDefault(id, PointStruct.getDefaultInstance()).getPayloadMap())
			.build();
	}

	private static double product(List<Float> left, List<Float> right) {
		double sum = 0;
		for (int i = 0; i < left.size(); i++) {
			sum += left.get(i) * right.get(i);
		}
		return sum;
	}

	private double score(SparseVector query, SparseVector vector, String using) {
		boolean rare = this.definition.getSparseVectorsConfig().getMapOrThrow(using).getModifier() == Modifier.Idf;
		double sum = 0;
		for (int i = 0; i < query.getIndicesCount(); i++) {
			int term = query.getIndices(i);
			int at = vector.getIndicesList().indexOf(term);
			if (at >= 0) {
				long with = this.points.values()
					.stream()
					.filter((point) -> sparse(point, using).getIndicesList().contains(term))
					.count();
				double idf = rare ? Math.log((this.points.size() - with + 0.5) / (with + 0.5) + 1) : 1;
				sum += query.getValues(i) * vector.getValues(at) * idf;
			}
		}
		return sum;
	}

	private static SparseVector sparse(PointStruct point, String using) {
		return point.getVectors().getVectors().getVectorsOrDefault(using, Vector.getDefaultInstance()).getSparse();
	}

	private void check(String name, Vector vector) {
		if (vector.hasDense()) {
			long size = this.definition.getVectorsConfig().getParamsMap().getMapOrThrow(name).getSize();
			require(vector.getDense().getDataCount() == size, "Wrong dimension of " + name);
		}
		else {
			require(this.definition.getSparseVectorsConfig().containsMap(name), "No vector " + name);
			List<Integer> terms = vector.getSparse().getIndicesList();
			require(new HashSet<>(terms).size() == terms.size(), "Indices are unique in " + name);
			require(terms.size() == vector.getSparse().getValuesCount(), "As many values as indices in " + name);
		}
	}

	private boolean passes(PointStruct point, Filter filter) {
		return filter.getMustList().stream().allMatch((condition) -> passes(point, condition))
				&& filter.getMustNotList().stream().noneMatch((condition) -> passes(point, condition))
				&& (filter.getShouldCount() == 0
						|| filter.getShouldList().stream().anyMatch((condition) -> passes(point, condition)));
	}

	private boolean passes(PointStruct point, Condition condition) {
		if (condition.hasHasId()) {
			return condition.getHasId().getHasIdList().contains(point.getId());
		}
		if (condition.hasFilter()) {
			return passes(point, condition.getFilter());
		}
		FieldCondition field = condition.getField();
		requireIndex(field.getKey());
		return values(point, field.getKey()).stream().anyMatch((value) -> LoopbackConditions.passes(value, field));
	}

	private static List<Value> values(PointStruct point, String field) {
		Value value = point.getPayloadMap().get(field);
		if (value == null) {
			return List.of();
		}
		return value.hasListValue() ? value.getListValue().getValuesList() : List.of(value);
	}

	private void requireIndex(String field) {
		require(this.indexed.contains(field), "Index required but not found for " + field);
	}

	private static void require(boolean met, String otherwise) {
		if (!met) {
			throw new IllegalArgumentException(otherwise);
		}
	}

}

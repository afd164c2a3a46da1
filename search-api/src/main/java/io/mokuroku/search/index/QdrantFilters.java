package io.mokuroku.search.index;

import java.util.Collection;
import java.util.List;

import com.google.protobuf.Timestamp;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.index.AnimeCondition.Between;
import io.mokuroku.search.index.AnimeCondition.Not;
import io.mokuroku.search.index.AnimeCondition.OneOf;
import io.qdrant.client.ConditionFactory;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.DatetimeRange;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.Range;

/**
 * What answers and writes must fulfil, as conditions on payloads.
 */
final class QdrantFilters {

	private QdrantFilters() {
	}

	static Filter shown(AnimeFilter filter) {
		Filter.Builder all = Filter.newBuilder()
			.addMust(ConditionFactory.match(filter.adult() ? QdrantPoints.PRESENT : QdrantPoints.SHOWN, true));
		for (List<AnimeCondition> clause : filter.clauses()) {
			if (clause.size() > 1) {
				Filter.Builder any = Filter.newBuilder();
				clause.forEach((condition) -> any.addShould(holds(condition)));
				all.addMust(ConditionFactory.filter(any.build()));
			}
			else if (clause.getFirst() instanceof Not(AnimeCondition not)) {
				all.addMustNot(holds(not));
			}
			else {
				all.addMust(holds(clause.getFirst()));
			}
		}
		return all.build();
	}

	/** Whatever has one of some links or names it. */
	static Filter linked(Collection<String> links) {
		List<String> keys = List.copyOf(links);
		return Filter.newBuilder()
			.addMust(ConditionFactory.match(QdrantPoints.SHOWN, true))
			.addShould(ConditionFactory.matchKeywords(QdrantPoints.LINKS, keys))
			.addShould(ConditionFactory.matchKeywords(QdrantPoints.RELATED, keys))
			.build();
	}

	static Filter waiting() {
		return Filter.newBuilder().addMust(ConditionFactory.match(QdrantPoints.WAITS, true)).build();
	}

	/** The state of an anime that is older than a version. */
	static Filter olderThan(AnimeId id, long version) {
		return versions(id, Range.newBuilder().setLt((double) version).build());
	}

	/** The state of an anime that has a version and no other. */
	static Filter at(AnimeId id, long version) {
		return versions(id, Range.newBuilder().setGte((double) version).setLte((double) version).build());
	}

	/** The state of an anime that is no newer than a version. */
	static Filter upTo(AnimeId id, long version) {
		return versions(id, Range.newBuilder().setLte((double) version).build());
	}

	private static Filter versions(AnimeId id, Range versions) {
		return Filter.newBuilder()
			.addMust(ConditionFactory.hasId(QdrantPoints.id(id)))
			.addMust(ConditionFactory.range(QdrantPoints.VERSION, versions))
			.build();
	}

	private static Condition holds(AnimeCondition condition) {
		return switch (condition) {
			case OneOf one when one.field() == AnimeField.ID ->
				ConditionFactory.hasId(one.sorted().stream().map((id) -> QdrantPoints.id(AnimeId.of(id))).toList());
			case OneOf one -> ConditionFactory.matchKeywords(one.field().key(), List.copyOf(one.sorted()));
			case Between(AnimeField field, Bounds bounds) when field.kind() == AnimeField.Kind.INSTANT ->
				ConditionFactory.datetimeRange(field.key(), instants(bounds));
			case Between(AnimeField field, Bounds bounds) -> ConditionFactory.range(field.key(), numbers(bounds));
			case Not(AnimeCondition not) -> ConditionFactory.filter(Filter.newBuilder().addMustNot(holds(not)).build());
		};
	}

	private static Range numbers(Bounds bounds) {
		Range.Builder range = Range.newBuilder();
		if (bounds.from() != null) {
			range.setGte(bounds.from());
		}
		if (bounds.to() != null) {
			range.setLte(bounds.to());
		}
		return range.build();
	}

	private static DatetimeRange instants(Bounds bounds) {
		DatetimeRange.Builder range = DatetimeRange.newBuilder();
		if (bounds.from() != null) {
			range.setGte(Timestamp.newBuilder().setSeconds((long) Math.ceil(bounds.from())));
		}
		if (bounds.to() != null) {
			range.setLte(Timestamp.newBuilder().setSeconds((long) Math.floor(bounds.to())));
		}
		return range.build();
	}

}

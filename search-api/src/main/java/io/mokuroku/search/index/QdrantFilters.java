package io.mokuroku.search.index;

import java.util.Collection;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.qdrant.client.ConditionFactory;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.Range;

/**
 * What answers and writes must fulfil, as conditions on payloads.
 */
final class QdrantFilters {

	private QdrantFilters() {
	}

	static Filter shown(AnimeFilter filter) {
		Filter.Builder all = Filter.newBuilder().addMust(ConditionFactory.match(QdrantPoints.SHOWN, true));
		oneOf(QdrantPoints.TYPE, filter.types(), all);
		oneOf(QdrantPoints.STATUS, filter.statuses(), all);
		oneOf(QdrantPoints.SEASON, filter.seasons(), all);
		oneOf(QdrantPoints.STUDIOS, filter.studios(), all);
		between(QdrantPoints.YEAR, filter.years(), all);
		between(QdrantPoints.EPISODES, filter.episodes(), all);
		between(QdrantPoints.SCORE, filter.scores(), all);
		filter.subjects()
			.forEach((subject) -> all.addMust(ConditionFactory.matchKeyword(QdrantPoints.SUBJECTS, subject)));
		noneOf(QdrantPoints.SUBJECTS, filter.withoutSubjects(), all);
		noneOf(QdrantPoints.STUDIOS, filter.withoutStudios(), all);
		if (!filter.without().isEmpty()) {
			all.addMustNot(ConditionFactory.hasId(filter.without().stream().map(QdrantPoints::id).toList()));
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

	private static void oneOf(String field, Collection<?> values, Filter.Builder all) {
		if (!values.isEmpty()) {
			all.addMust(anyOf(field, values));
		}
	}

	private static void noneOf(String field, Collection<?> values, Filter.Builder all) {
		if (!values.isEmpty()) {
			all.addMustNot(anyOf(field, values));
		}
	}

	private static Condition anyOf(String field, Collection<?> values) {
		return ConditionFactory.matchKeywords(field, values.stream().map(Object::toString).sorted().toList());
	}

	private static void between(String field, Bounds bounds, Filter.Builder all) {
		if (!bounds.isEmpty()) {
			Range.Builder range = Range.newBuilder();
			if (bounds.from() != null) {
				range.setGte(bounds.from());
			}
			if (bounds.to() != null) {
				range.setLte(bounds.to());
			}
			all.addMust(ConditionFactory.range(field, range.build()));
		}
	}

}

package io.mokuroku.review.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * The relations of an entry as a reviewer wants them: all of them, each with what is
 * known of it already. Those that are the same as before stay as they are; of those that
 * have another type nobody but the reviewer says so any more.
 */
final class CorrectedRelations {

	private static final Comparator<Relation> IN_ORDER = Comparator.comparing(Relation::type)
		.thenComparing(Relation::target);

	private CorrectedRelations() {
	}

	/**
	 * The relations that a list of rows stands for, each once.
	 * @param known the relations before
	 * @param rows objects with the text {@code type} and {@code target}
	 * @param holder finds the entry that has a page
	 */
	static List<Relation> of(List<Relation> known, @Nullable Object rows,
			Function<SourceLink, Optional<AnimeEntry>> holder) {
		List<Relation> relations = new ArrayList<>();
		for (Map<?, ?> row : rows(rows)) {
			RelationType type = RelationType.valueOf(text(row, "type"));
			SourceLink target = findTarget(known, text(row, "target")).orElseThrow();
			if (relations.stream().noneMatch((other) -> other.type() == type && other.target().equals(target))) {
				relations.add(relation(known, type, target, holder));
			}
		}
		relations.sort(IN_ORDER);
		return relations;
	}

	/** The pages that rows lead to, in their order; empty where a row leads nowhere. */
	static List<Optional<SourceLink>> targets(List<Relation> known, @Nullable Object rows) {
		return rows(rows).stream().map((row) -> findTarget(known, text(row, "target"))).toList();
	}

	private static Relation relation(List<Relation> known, RelationType type, SourceLink target,
			Function<SourceLink, Optional<AnimeEntry>> holder) {
		List<Relation> before = known.stream().filter((relation) -> relation.target().equals(target)).toList();
		Optional<Relation> same = before.stream().filter((relation) -> relation.type() == type).findFirst();
		if (same.isPresent()) {
			return same.get();
		}
		return before.stream()
			.findFirst()
			.map((other) -> new Relation(type, target, other.animeId(), other.title(), other.format(), List.of()))
			.or(() -> holder.apply(target).map((entry) -> leadingTo(entry, type, target)))
			.orElseGet(() -> new Relation(type, target));
	}

	private static Relation leadingTo(AnimeEntry entry, RelationType type, SourceLink target) {
		return new Relation(type, target, entry.id(), entry.titles().main(),
				(entry.type() != AnimeType.UNKNOWN) ? entry.type() : null, List.of());
	}

	/** A known page is known by the spelling that people are shown. */
	private static Optional<SourceLink> findTarget(List<Relation> known, String address) {
		return known.stream()
			.map(Relation::target)
			.filter((target) -> target.canonical().toString().equals(address))
			.findFirst()
			.or(() -> SourceLink.parse(address));
	}

	private static List<Map<?, ?>> rows(@Nullable Object rows) {
		List<Map<?, ?>> all = new ArrayList<>();
		if (rows instanceof List<?> list) {
			list.forEach((row) -> all.add((Map<?, ?>) Objects.requireNonNull(row)));
		}
		return all;
	}

	private static String text(Map<?, ?> row, String name) {
		return (String) Objects.requireNonNull(row.get(name), name);
	}

}

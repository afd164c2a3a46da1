package io.mokuroku.enrichment.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;

/**
 * What follows for one anime from what is said of another: whose sequel it is, is its
 * prequel. Only what somebody says has consequences, never what follows itself, so there
 * is no end to be found; and what somebody says of an anime is never replaced by what
 * follows for it.
 */
public final class InverseRelations {

	/** Of two anime only one can be the other's. */
	private static final Set<RelationType> ONE_WAY = Set.of(RelationType.SEQUEL, RelationType.PREQUEL);

	private static final Comparator<Relation> IN_ORDER = Comparator.comparing(Relation::type)
		.thenComparing(Relation::target);

	private InverseRelations() {
	}

	/** Whether something may follow for a target. */
	public static boolean hasConsequence(Relation relation) {
		return !relation.follows() && relation.type().findInverse().isPresent();
	}

	/**
	 * The relations of an entry with what follows from others.
	 * @param entry the entry
	 * @param relations its relations; what follows by them already is checked anew
	 * @param others entries it is related to
	 */
	public static List<Relation> complete(AnimeEntry entry, List<Relation> relations, Collection<AnimeEntry> others) {
		List<Relation> all = new ArrayList<>(relations);
		all.removeIf(Relation::follows);
		for (AnimeEntry other : others.stream().sorted(Comparator.comparing(AnimeEntry::id)).toList()) {
			boolean said = all.stream()
				.anyMatch((relation) -> relation.type() != RelationType.UNSPECIFIED && relation.leadsTo(other));
			if (!said) {
				follow(entry, other).ifPresent((relation) -> {
					all.removeIf((untyped) -> untyped.leadsTo(other));
					all.add(relation);
				});
			}
		}
		all.sort(IN_ORDER);
		return all;
	}

	/**
	 * The relations of an entry with what follows from one other.
	 * @return empty if that changes nothing
	 */
	public static Optional<List<Relation>> with(AnimeEntry entry, AnimeEntry other) {
		List<Relation> present = entry.relations();
		boolean said = present.stream()
			.filter((relation) -> !relation.follows() && relation.type() != RelationType.UNSPECIFIED)
			.anyMatch((relation) -> relation.leadsTo(other));
		Relation relation = said ? null : follow(entry, other).orElse(null);
		if (relation == null || present.contains(relation)) {
			return Optional.empty();
		}
		List<Relation> all = new ArrayList<>(present);
		all.removeIf((known) -> known.leadsTo(other));
		all.add(relation);
		all.sort(IN_ORDER);
		return Optional.of(all);
	}

	/**
	 * The relations that are proposed, and what has come to follow for them since. What a
	 * person wrote stays as it is.
	 */
	public static List<Relation> keep(AnimeEntry proposal, AnimeEntry entry) {
		Provenance how = proposal.provenance().get("relations");
		if (how != null && how.humanLocked()) {
			return proposal.relations();
		}
		List<Relation> all = new ArrayList<>(proposal.relations());
		entry.relations()
			.stream()
			.filter(Relation::follows)
			.filter((relation) -> proposal.relations()
				.stream()
				.noneMatch((other) -> relation.target().equals(other.target())
						|| (relation.animeId() != null && relation.animeId().equals(other.animeId()))))
			.forEach(all::add);
		all.sort(IN_ORDER);
		return all;
	}

	/**
	 * Where an entry and another call each other the same that only one can be, unless a
	 * person who saw the other has said that this is so.
	 * @param relations what the entry would say
	 */
	public static List<Contradiction> contradictions(AnimeEntry entry, List<Relation> relations,
			Collection<AnimeEntry> others) {
		List<Contradiction> found = new ArrayList<>();
		for (AnimeEntry other : others.stream().sorted(Comparator.comparing(AnimeEntry::id)).toList()) {
			ONE_WAY.stream()
				.sorted()
				.filter((type) -> says(relations, type, other) && says(other.relations(), type, entry))
				.map((type) -> new Contradiction(type, other.id()))
				.filter((one) -> !other.details().questions().settled().containsKey(one.questionOf(entry.id())))
				.forEach(found::add);
		}
		return found;
	}

	private static boolean says(List<Relation> relations, RelationType type, AnimeEntry target) {
		return relations.stream()
			.anyMatch((relation) -> relation.type() == type && !relation.follows() && relation.leadsTo(target));
	}

	private static Optional<Relation> follow(AnimeEntry entry, AnimeEntry other) {
		if (other.lifecycle() == Lifecycle.REDIRECT || other.lifecycle() == Lifecycle.DRAFT
				|| other.id().equals(entry.id())) {
			return Optional.empty();
		}
		return other.relations()
			.stream()
			.filter(InverseRelations::hasConsequence)
			.filter((relation) -> relation.leadsTo(entry))
			.findFirst()
			.flatMap((relation) -> relation.type().findInverse())
			.map((type) -> new Relation(type, AnimeId.primary(other.sources()), other.id(), other.titles().main(),
					(other.type() != AnimeType.UNKNOWN) ? other.type() : null, List.of(), true));
	}

	/**
	 * Two anime that call each other the same.
	 *
	 * @param type what they call each other
	 * @param other the other one
	 */
	public record Contradiction(RelationType type, AnimeId other) {

		/** The name of the reason for which people are asked about it. */
		public static final String REASON = "RELATION_CONFLICT";

		/** Which of them it is, where there are several. */
		public String field() {
			return fieldOf(this.other);
		}

		private String questionOf(AnimeId entry) {
			return REASON + ":" + fieldOf(entry);
		}

		private String fieldOf(AnimeId target) {
			return this.type + "-" + target;
		}

	}

}

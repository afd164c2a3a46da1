package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.SourceRelation;
import io.mokuroku.enrichment.merge.RuleKind;
import io.mokuroku.enrichment.merge.Sources;

/**
 * What an anime belongs with, of what was found today and what is known.
 */
final class RelationAssembly {

	/** The name of the relations in provenance. */
	static final String RELATIONS = "relations";

	private final Material material;

	private final AnimeEntry before;

	private final Choices choices;

	RelationAssembly(Material material, Choices choices) {
		this.material = material;
		this.before = material.before();
		this.choices = choices;
	}

	/** What only a silent source has told stands until it speaks again. */
	List<Relation> anime() {
		Provenance past = this.before.provenance().get(RELATIONS);
		if (this.material.relations() == null || this.choices.edited(RELATIONS) != null) {
			if (past != null) {
				this.choices.note(RELATIONS, past);
			}
			return this.before.relations();
		}
		if (this.material.relations().contradictions() > 0) {
			this.choices.dispute(RELATIONS);
		}
		List<Relation> relations = new ArrayList<>(this.material.relations().anime());
		Set<Object> targets = relations.stream().map(RelationAssembly::target).collect(Collectors.toSet());
		this.before.relations()
			.stream()
			.filter((relation) -> relation.providers()
				.stream()
				.anyMatch((provider) -> this.material.failedSources().contains(Sources.of(provider))))
			.filter((relation) -> targets.add(target(relation)))
			.forEach(relations::add);
		List<String> sources = relations.stream()
			.flatMap((relation) -> relation.providers().stream())
			.distinct()
			.sorted()
			.map(Sources::of)
			.collect(Collectors.toCollection(ArrayList::new));
		if (relations.stream().anyMatch(Relation::follows)) {
			sources.add(Sources.DERIVED);
		}
		this.choices.note(RELATIONS,
				new Provenance(sources.isEmpty() ? Sources.DATASET : sources.getFirst(), this.material.now(),
						RuleKind.UNION.name(), sources.isEmpty() ? 0.6 : 0.8, sources.stream().skip(1).toList(), null));
		return relations;
	}

	/** Books and games, with those that only a silent source may have told. */
	List<SourceRelation> sources() {
		List<SourceRelation> known = this.before.details().sourceRelations();
		if (this.material.relations() == null) {
			return known;
		}
		List<SourceRelation> all = new ArrayList<>(this.material.relations().sources());
		Set<URI> targets = all.stream().map(SourceRelation::target).collect(Collectors.toSet());
		if (!this.material.failedSources().isEmpty()) {
			known.stream().filter((relation) -> targets.add(relation.target())).forEach(all::add);
		}
		return all;
	}

	private static Object target(Relation relation) {
		return (relation.animeId() != null) ? relation.animeId() : relation.target();
	}

}

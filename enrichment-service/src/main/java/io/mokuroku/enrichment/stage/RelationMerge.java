package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceRelation;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.RelationFacts.ToAnime;
import io.mokuroku.upstream.RelationFacts.ToSource;
import org.jspecify.annotations.Nullable;

/**
 * One set of relations of many. Two edges are one if they lead to the same anime, found
 * by the links the catalogue knows; of the types that providers give it the one that most
 * of them give counts, then MyAnimeList's, then the one that says most.
 */
public final class RelationMerge {

	private final AnimeEntry entry;

	private final Map<SourceLink, AnimeId> holders;

	private final Map<String, List<Edge>> edges = new TreeMap<>();

	private RelationMerge(AnimeEntry entry, Map<SourceLink, AnimeId> holders) {
		this.entry = entry;
		this.holders = holders;
	}

	/** All links that targets are found by. */
	public static Set<SourceLink> targets(List<AnimeFacts> said, List<Relation> inDataset) {
		Set<SourceLink> targets = new TreeSet<>();
		said.forEach((facts) -> facts.relations().anime().forEach((edge) -> {
			targets.add(edge.target());
			targets.addAll(edge.sameAs());
		}));
		inDataset.forEach((relation) -> targets.add(relation.target()));
		return targets;
	}

	/**
	 * Merges.
	 * @param entry the anime all of it starts from
	 * @param said what providers say, in any order
	 * @param inDataset what the dataset says: that there is a relation, not which
	 * @param holders which entries the targets belong to, as far as the catalogue has
	 * them
	 */
	public static RelationList merge(AnimeEntry entry, List<AnimeFacts> said, List<Relation> inDataset,
			Map<SourceLink, AnimeId> holders) {
		RelationMerge merge = new RelationMerge(entry, holders);
		said.stream()
			.sorted(Comparator.comparing(AnimeFacts::link))
			.forEach((facts) -> facts.relations()
				.anime()
				.forEach((edge) -> merge.add(new Edge(edge, facts.link().provider()))));
		List<Relation> relations = new ArrayList<>();
		merge.edges.values().forEach((edges) -> relations.add(merge.relation(edges)));
		merge.untyped(inDataset, relations);
		relations.sort(Comparator.comparing(Relation::type).thenComparing(Relation::target));
		return new RelationList(relations, sources(said), merge.contradictions(), List.of());
	}

	private void add(Edge edge) {
		Set<SourceLink> links = edge.links();
		AnimeId target = holder(links);
		boolean itself = this.entry.id().equals(target) || !Collections.disjoint(links, this.entry.sources());
		if (!itself) {
			this.edges.computeIfAbsent(key(target, links), (key) -> new ArrayList<>()).add(edge);
		}
	}

	private @Nullable AnimeId holder(Collection<SourceLink> links) {
		return links.stream().sorted().map(this.holders::get).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private static String key(@Nullable AnimeId target, Collection<SourceLink> links) {
		return (target != null) ? target.toString() : Collections.min(links).key();
	}

	private Relation relation(List<Edge> edges) {
		Set<SourceLink> links = new TreeSet<>();
		Set<Provider> providers = new TreeSet<>();
		edges.forEach((edge) -> {
			links.addAll(edge.links());
			providers.add(edge.provider());
		});
		return new Relation(type(edges), Collections.min(links), holder(links),
				edges.stream().map((edge) -> edge.said().title()).filter(Objects::nonNull).findFirst().orElse(null),
				edges.stream().map((edge) -> format(edge.said())).filter(Objects::nonNull).findFirst().orElse(null),
				List.copyOf(providers));
	}

	private static RelationType type(List<Edge> edges) {
		Map<RelationType, Set<Provider>> votes = new TreeMap<>();
		edges.forEach(
				(edge) -> votes.computeIfAbsent(edge.said().type(), (type) -> new HashSet<>()).add(edge.provider()));
		return votes.entrySet()
			.stream()
			.min(Comparator.comparingInt((Map.Entry<RelationType, Set<Provider>> vote) -> -vote.getValue().size())
				.thenComparing((vote) -> !vote.getValue().contains(Provider.MYANIMELIST))
				.thenComparingInt((vote) -> vagueness(vote.getKey()))
				.thenComparing(Map.Entry::getKey))
			.map(Map.Entry::getKey)
			.orElseThrow();
	}

	private static int vagueness(RelationType type) {
		return switch (type) {
			case SEQUEL, PREQUEL -> 0;
			case SUMMARY, FULL_STORY -> 1;
			case PARENT_STORY, SIDE_STORY -> 2;
			case SPIN_OFF -> 3;
			case ALTERNATIVE_VERSION, ALTERNATIVE_SETTING -> 4;
			case CROSSOVER -> 5;
			case CHARACTER -> 6;
			case ADAPTATION, OTHER -> 7;
			case UNSPECIFIED -> 8;
		};
	}

	/** The dataset counts only where nobody knows a type. */
	private void untyped(List<Relation> inDataset, List<Relation> relations) {
		Set<String> typed = new HashSet<>(this.edges.keySet());
		Set<SourceLink> links = new HashSet<>(this.entry.sources());
		this.edges.values().forEach((edges) -> edges.forEach((edge) -> links.addAll(edge.links())));
		for (Relation relation : inDataset) {
			AnimeId target = this.holders.get(relation.target());
			boolean itself = this.entry.id().equals(target);
			if (!itself && links.add(relation.target()) && typed.add(key(target, List.of(relation.target())))) {
				relations.add(new Relation(RelationType.UNSPECIFIED, relation.target(), target, null, null, List.of()));
			}
		}
	}

	private int contradictions() {
		return (int) this.edges.values()
			.stream()
			.map((edges) -> edges.stream().map((edge) -> edge.said().type()).toList())
			.filter((types) -> types.contains(RelationType.SEQUEL) && types.contains(RelationType.PREQUEL))
			.count();
	}

	private static List<SourceRelation> sources(List<AnimeFacts> said) {
		Map<URI, SourceRelation> sources = new TreeMap<>();
		said.stream().sorted(Comparator.comparing(AnimeFacts::link)).forEach((facts) -> {
			for (ToSource edge : facts.relations().sources()) {
				sources.merge(edge.target(),
						new SourceRelation(edge.type(), edge.target(), edge.title(), lowerCase(edge.format()),
								List.of(facts.link().provider())),
						(first, second) -> new SourceRelation(first.type(), first.target(), first.title(),
								first.format(),
								Stream.concat(first.providers().stream(), second.providers().stream()).toList()));
			}
		});
		return List.copyOf(sources.values());
	}

	private static @Nullable String lowerCase(@Nullable String format) {
		return (format != null) ? format.toLowerCase(Locale.ROOT).replace(' ', '_') : null;
	}

	private static @Nullable AnimeType format(ToAnime edge) {
		String format = (edge.format() != null) ? edge.format().toUpperCase(Locale.ROOT).replace(' ', '_') : "";
		return Stream.of(AnimeType.values()).filter((type) -> type.name().equals(format)).findFirst().orElse(null);
	}

	private record Edge(ToAnime said, Provider provider) {

		Set<SourceLink> links() {
			Set<SourceLink> links = new TreeSet<>(this.said.sameAs());
			links.add(this.said.target());
			return links;
		}

	}

}

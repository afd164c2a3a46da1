package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Gallery;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.SourceRelation;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.enrichment.merge.Folding;
import io.mokuroku.enrichment.merge.RuleKind;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.DetailFields;
import io.mokuroku.enrichment.stage.EntryFields;
import org.jspecify.annotations.Nullable;

/**
 * Makes an entry of its material. The same material gives the same entry, in whatever
 * order the candidates come.
 */
final class EntryAssembly {

	/** The name of the next airing in provenance. */
	static final String NEXT = "airing.next";

	/** The name of the relations in provenance. */
	static final String RELATIONS = "relations";

	private final Material material;

	private final AnimeEntry before;

	private final Choices choices;

	private EntryAssembly(Material material) {
		this.material = material;
		this.before = material.before();
		this.choices = new Choices(material);
	}

	static Assembled of(Material material) {
		EntryAssembly assembly = new EntryAssembly(material);
		AnimeEntry entry = assembly.entry();
		return new Assembled(entry, assembly.choices.conflicts(), assembly.choices.choices());
	}

	private AnimeEntry entry() {
		AnimeType type = this.choices.chooseOr(EntryFields.TYPE, this.before.type());
		AiringAssembly assembly = new AiringAssembly(this.material, this.choices);
		Airing said = assembly.said(type);
		Integer episodes = episodes(said.status());
		StatisticsAssembly statistics = new StatisticsAssembly(this.material, this.choices);
		return this.before.with((change) -> {
			change.lifecycle = (this.before.lifecycle() == Lifecycle.DRAFT) ? Lifecycle.ACTIVE
					: this.before.lifecycle();
			change.titles = titles();
			change.type = type;
			change.episodes = episodes;
			change.durationSeconds = this.choices.choose(EntryFields.DURATION);
			change.airing = assembly.settled(said, type, episodes);
			change.subjects = subjects();
			change.production = new Production(this.choices.chooseOr(EntryFields.STUDIOS, List.of()),
					this.choices.chooseOr(EntryFields.PRODUCERS, List.of()),
					this.choices.choose(EntryFields.SOURCE_MATERIAL),
					this.choices.chooseOr(DetailFields.LICENSORS, List.of()),
					this.choices.choose(DetailFields.COUNTRY));
			change.synopsis = this.choices.choose(EntryFields.SYNOPSIS);
			change.rating = this.choices.choose(EntryFields.RATING);
			change.adult = this.choices.chooseOr(EntryFields.ADULT, this.before.adult());
			change.artwork = artwork();
			change.score = statistics.score();
			change.relations = relations();
			change.details = details(statistics);
			change.provenance = this.choices.provenance();
		});
	}

	private Titles titles() {
		String main = this.choices.chooseOr(EntryFields.MAIN_TITLE, this.before.titles().main());
		String english = this.choices.choose(EntryFields.ENGLISH_TITLE);
		boolean saysMore = english != null && !Folding.of(english).equals(Folding.of(main));
		String japanese = this.choices.choose(EntryFields.JAPANESE_TITLE);
		List<String> synonyms = this.choices.chooseOr(EntryFields.SYNONYMS, List.of());
		if (this.choices.edited(EntryFields.SYNONYMS.name()) == null) {
			Set<String> named = new HashSet<>(List.of(Folding.of(main)));
			if (english != null) {
				named.add(Folding.of(english));
			}
			if (japanese != null) {
				named.add(Folding.of(japanese));
			}
			synonyms = synonyms.stream().filter((synonym) -> named.add(Folding.of(synonym))).toList();
		}
		return new Titles(main, saysMore ? english : null, japanese, synonyms);
	}

	private Subjects subjects() {
		List<String> genres = this.choices.chooseOr(EntryFields.GENRES, List.of());
		List<String> themes = this.choices.chooseOr(EntryFields.THEMES, List.of());
		return new Subjects(genres, themes.stream().filter((theme) -> !genres.contains(theme)).toList(),
				this.choices.chooseOr(EntryFields.DEMOGRAPHICS, List.of()),
				this.choices.chooseOr(EntryFields.TAGS, List.of()),
				this.choices.chooseOr(EntryFields.WARNINGS, List.of()));
	}

	/**
	 * While a work is running, its planned number of episodes only grows by itself. What
	 * the dataset alone says of a running work is how many it has seen so far, no plan.
	 */
	private @Nullable Integer episodes(AiringStatus status) {
		if (status == AiringStatus.ONGOING && this.before.lifecycle() == Lifecycle.DRAFT
				&& this.choices.said(EntryFields.EPISODES).isEmpty()
				&& this.choices.edited(EntryFields.EPISODES.name()) == null) {
			return null;
		}
		Integer chosen = this.choices.choose(EntryFields.EPISODES);
		Integer present = this.before.episodes();
		boolean keeps = this.before.lifecycle() == Lifecycle.ACTIVE && status == AiringStatus.ONGOING && present != null
				&& (chosen == null || chosen < present);
		Provenance past = this.before.provenance().get(EntryFields.EPISODES.name());
		if (keeps && past != null) {
			this.choices.note(EntryFields.EPISODES.name(), past);
		}
		return keeps ? present : chosen;
	}

	private Artwork artwork() {
		URI picture = this.choices.choose(EntryFields.PICTURE);
		URI thumbnail = this.choices.choose(EntryFields.THUMBNAIL);
		String copy = (picture != null) ? this.material.copies().get(picture) : null;
		if (copy == null && Objects.equals(picture, this.before.artwork().picture())) {
			copy = this.before.artwork().storedKey();
		}
		return new Artwork(picture, thumbnail, copy,
				new Gallery(this.choices.chooseOr(DetailFields.COVERS, List.of()),
						this.choices.chooseOr(DetailFields.POSTERS, List.of()),
						this.choices.chooseOr(DetailFields.BANNERS, List.of())));
	}

	/** What only a silent source has told stands until it speaks again. */
	private List<Relation> relations() {
		Provenance past = this.before.provenance().get(RELATIONS);
		if (this.material.relations() == null || this.choices.edited(RELATIONS) != null) {
			if (past != null) {
				this.choices.note(RELATIONS, past);
			}
			return this.before.relations();
		}
		List<Relation> relations = new ArrayList<>(this.material.relations().anime());
		Set<Object> targets = relations.stream().map(EntryAssembly::target).collect(Collectors.toSet());
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
			.toList();
		this.choices.note(RELATIONS,
				new Provenance(sources.isEmpty() ? Sources.DATASET : sources.getFirst(), this.material.now(),
						RuleKind.UNION.name(), sources.isEmpty() ? 0.6 : 0.8, sources.stream().skip(1).toList(), null));
		return relations;
	}

	private List<SourceRelation> sourceRelations(List<SourceRelation> known) {
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

	private Details details(StatisticsAssembly statistics) {
		Details known = this.before.details();
		Map<String, URI> links = new HashMap<>();
		this.choices.chooseOr(DetailFields.LINKS, List.of())
			.forEach((link) -> links.putIfAbsent(link.getKey(), link.getValue()));
		Map<Stage, StageResult> stages = new TreeMap<>(known.stages());
		stages.putAll(this.material.results());
		return new Details(this.choices.choose(DetailFields.BACKGROUND), credit(),
				sourceRelations(known.sourceRelations()),
				new Media(this.choices.chooseOr(DetailFields.OPENINGS, List.of()),
						this.choices.chooseOr(DetailFields.ENDINGS, List.of()),
						this.choices.chooseOr(DetailFields.TRAILERS, List.of()),
						this.choices.chooseOr(DetailFields.STREAMING, List.of()), links),
				statistics.byProvider(), stages, known.questions(), Rules.VERSION);
	}

	/** A credit goes with the synopsis it was written below. */
	private @Nullable String credit() {
		Provenance synopsis = this.choices.provenance().get(EntryFields.SYNOPSIS.name());
		if (synopsis == null || synopsis.equals(this.before.provenance().get(EntryFields.SYNOPSIS.name()))) {
			return this.before.details().synopsisCredit();
		}
		return this.choices.saidBySource(DetailFields.CREDIT).get(synopsis.source());
	}

}

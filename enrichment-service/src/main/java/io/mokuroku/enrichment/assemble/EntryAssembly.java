package io.mokuroku.enrichment.assemble;

import java.net.URI;
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
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Gallery;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.enrichment.merge.Folding;
import io.mokuroku.enrichment.merge.Rules;
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

	private final Material material;

	private final AnimeEntry before;

	private final Choices choices;

	private List<Episode> episodes = List.of();

	private EntryAssembly(Material material) {
		this.material = material;
		this.before = material.before();
		this.choices = new Choices(material);
	}

	static Assembled of(Material material) {
		EntryAssembly assembly = new EntryAssembly(material);
		AnimeEntry entry = assembly.entry();
		return new Assembled(entry, assembly.choices.conflicts(), assembly.choices.choices(), assembly.episodes);
	}

	private AnimeEntry entry() {
		AnimeType type = this.choices.chooseOr(EntryFields.TYPE, this.before.type());
		AiringAssembly assembly = new AiringAssembly(this.material, this.choices);
		Airing said = assembly.said(type);
		Integer episodes = episodes(said.status());
		StatisticsAssembly statistics = new StatisticsAssembly(this.material, this.choices);
		RelationAssembly relations = new RelationAssembly(this.material, this.choices);
		return this.before.with((change) -> {
			change.lifecycle = (this.before.lifecycle() == Lifecycle.DRAFT) ? Lifecycle.ACTIVE
					: this.before.lifecycle();
			change.titles = titles();
			change.type = type;
			change.episodes = episodes;
			change.durationSeconds = this.choices.choose(EntryFields.DURATION);
			change.airing = assembly.settled(said, type, episodes);
			this.episodes = EpisodeTimes.of(this.before.id(), change.airing, this.material.episodes());
			EpisodeTimes.provenance(this.episodes, this.material.now()).forEach(this.choices::note);
			change.subjects = subjects();
			change.production = ProductionAssembly.of(this.choices);
			change.synopsis = this.choices.choose(EntryFields.SYNOPSIS);
			change.rating = this.choices.choose(EntryFields.RATING);
			change.adult = this.choices.chooseOr(EntryFields.ADULT, this.before.adult());
			change.artwork = artwork();
			change.score = statistics.score();
			change.relations = relations.anime();
			change.details = details(statistics, relations);
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
		Map<String, List<String>> byLanguage = this.choices.chooseOr(DetailFields.TITLES, List.of())
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return new Titles(main, saysMore ? english : null, japanese, synonyms, byLanguage);
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

	private Details details(StatisticsAssembly statistics, RelationAssembly relations) {
		Details known = this.before.details();
		Map<String, URI> links = new HashMap<>();
		this.choices.chooseOr(DetailFields.LINKS, List.of())
			.forEach((link) -> links.putIfAbsent(link.getKey(), link.getValue()));
		Map<Stage, StageResult> stages = new TreeMap<>(known.stages());
		stages.putAll(this.material.results());
		return new Details(this.choices.choose(DetailFields.BACKGROUND), credit(), relations.sources(),
				new Media(this.choices.chooseOr(DetailFields.OPENINGS, List.of()),
						this.choices.chooseOr(DetailFields.ENDINGS, List.of()),
						this.choices.chooseOr(DetailFields.TRAILERS, List.of()),
						this.choices.chooseOr(DetailFields.STREAMING, List.of()), links),
				statistics.byProvider(), stages, known.questions(), Rules.VERSION,
				EpisodeTimes.aired(this.material.episodes(), this.material.today()), statistics.popularity());
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

package io.mokuroku.enrichment.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.SourceMaterial;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.enrichment.stage.Vocabulary.Kind;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.SubjectFacts;
import io.mokuroku.upstream.SubjectFacts.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the labels of providers by the vocabulary. A label the vocabulary knows becomes
 * its term, under whatever heading the provider has it; another stays where the provider
 * filed it, and among the tags where nobody filed it.
 */
final class Labels {

	/** Visitors agree less on the tags below. */
	private static final int APPLIES = 60;

	private static final List<String> THEME_CATEGORIES = List.of("theme", "setting", "cast", "technical");

	private static final Set<String> BELONGS_TO_NOBODY = Set.of("anime", "manga", "video");

	private final List<String> genres = new ArrayList<>();

	private final List<String> themes = new ArrayList<>();

	private final List<String> demographics = new ArrayList<>();

	private final List<String> tags = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	private Labels() {
	}

	/** What a provider says an anime is about. */
	static Subjects of(AnimeFacts facts) {
		Labels labels = new Labels();
		SubjectFacts subjects = facts.subjects();
		subjects.genres().forEach((label) -> labels.file(label, labels.genres));
		subjects.themes().forEach((label) -> labels.file(label, labels.themes));
		subjects.demographics().forEach((label) -> labels.file(label, labels.demographics));
		subjects.tags().forEach(labels::file);
		labels.warnings.addAll(facts.audience().warnings());
		return labels.subjects();
	}

	/** What an entry is about, its tags sorted. */
	static Subjects of(AnimeEntry entry) {
		Labels labels = new Labels();
		Subjects subjects = entry.subjects();
		labels.genres.addAll(subjects.genres());
		labels.themes.addAll(subjects.themes());
		labels.demographics.addAll(subjects.demographics());
		subjects.tags().forEach((label) -> labels.file(label, labels.tags));
		return labels.subjects();
	}

	/** The medium a work adapts, in words. */
	static @Nullable String sourceMaterial(ProductionFacts production) {
		SourceMaterial material = production.sourceMaterial();
		if (material == null) {
			return production.sourceLabel();
		}
		if (material == SourceMaterial.KOMA_4) {
			return "4-koma manga";
		}
		String words = material.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	/** What gives something away is left out, since nobody may see it. */
	private void file(Tag tag) {
		Integer rank = tag.rank();
		if (tag.spoiler() || (rank != null && rank < APPLIES)) {
			return;
		}
		if (tag.adult()) {
			this.warnings.add(tag.name());
			return;
		}
		String category = (tag.category() != null) ? tag.category().toLowerCase(Locale.ROOT) : "";
		if (category.startsWith("demographic")) {
			file(tag.name(), this.demographics);
		}
		else if (THEME_CATEGORIES.stream().anyMatch(category::startsWith)) {
			file(tag.name(), this.themes);
		}
		else {
			file(tag.name().toLowerCase(Locale.ROOT), this.tags);
		}
	}

	private void file(String label, List<String> otherwise) {
		Optional<Vocabulary.Term> term = Vocabulary.find(label);
		List<String> list = term.map(Vocabulary.Term::kind).map(this::list).orElse(otherwise);
		String word = term.map(Vocabulary.Term::name).orElse(label);
		if (!list.contains(word) && !BELONGS_TO_NOBODY.contains(word)) {
			list.add(word);
		}
	}

	private List<String> list(Kind kind) {
		return switch (kind) {
			case GENRE -> this.genres;
			case THEME -> this.themes;
			case DEMOGRAPHIC -> this.demographics;
		};
	}

	private Subjects subjects() {
		return new Subjects(this.genres, this.themes, this.demographics, this.tags, this.warnings);
	}

}

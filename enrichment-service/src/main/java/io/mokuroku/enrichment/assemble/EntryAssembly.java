package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.enrichment.merge.Folding;
import io.mokuroku.enrichment.merge.ScoreMerge;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.EntryFields;
import io.mokuroku.catalogue.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Makes an entry of its material. The same material gives the same entry.
 */
final class EntryAssembly {

	/** The name of the next airing in provenance. */
	static final String NEXT = "airing.next";

	private static final int FIRST_YEAR = 1907;

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
		return new Assembled(entry, assembly.choices.conflicts());
	}

	private AnimeEntry entry() {
		Airing airing = airing();
		Integer episodes = episodes(airing.status());
		return this.before.with((change) -> {
			change.lifecycle = (this.before.lifecycle() == Lifecycle.DRAFT) ? Lifecycle.ACTIVE
					: this.before.lifecycle();
			change.titles = titles();
			change.type = this.choices.chooseOr(EntryFields.TYPE, this.before.type());
			change.episodes = episodes;
			change.durationSeconds = this.choices.choose(EntryFields.DURATION);
			change.airing = airing.withNext(next(airing, episodes));
			change.subjects = new Subjects(this.choices.chooseOr(EntryFields.GENRES, List.of()),
					this.choices.chooseOr(EntryFields.THEMES, List.of()),
					this.choices.chooseOr(EntryFields.DEMOGRAPHICS, List.of()),
					this.choices.chooseOr(EntryFields.TAGS, List.of()));
			change.production = new Production(this.choices.chooseOr(EntryFields.STUDIOS, List.of()),
					this.choices.chooseOr(EntryFields.PRODUCERS, List.of()),
					this.choices.choose(EntryFields.SOURCE_MATERIAL));
			change.synopsis = this.choices.choose(EntryFields.SYNOPSIS);
			change.rating = this.choices.choose(EntryFields.RATING);
			change.adult = this.choices.chooseOr(EntryFields.ADULT, this.before.adult());
			change.artwork = artwork();
			change.score = score();
			change.provenance = this.choices.provenance();
		});
	}

	private Titles titles() {
		String main = this.choices.chooseOr(EntryFields.MAIN_TITLE, this.before.titles().main());
		String english = this.choices.choose(EntryFields.ENGLISH_TITLE);
		boolean saysMore = english != null && !Folding.of(english).equals(Folding.of(main));
		return new Titles(main, saysMore ? english : null, this.choices.choose(EntryFields.JAPANESE_TITLE),
				this.choices.chooseOr(EntryFields.SYNONYMS, List.of()));
	}

	private Airing airing() {
		PartialDate from = this.choices.choose(EntryFields.FROM);
		Integer year = this.choices.choose(EntryFields.YEAR);
		if (year == null && from != null) {
			year = from.date().getYear();
			this.choices.note(EntryFields.YEAR.name(), derived("FROM_FIRST_DAY", 0.8));
		}
		return new Airing(this.choices.chooseOr(EntryFields.STATUS, this.before.airing().status()),
				this.choices.choose(EntryFields.SEASON), (year != null && year >= FIRST_YEAR) ? year : null, from,
				this.choices.choose(EntryFields.TO), this.choices.choose(EntryFields.BROADCAST), null);
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

	private @Nullable NextEpisode next(Airing airing, @Nullable Integer total) {
		Optional<NextEpisode> next = NextAiring.of(airing, total, this.material.episodes(),
				this.choices.said(EntryFields.NEXT_RELEASE), this.material.now());
		next.ifPresent((found) -> this.choices.note(NEXT, NextAiring.provenance(found, this.material.now())));
		return next.orElse(null);
	}

	private Artwork artwork() {
		URI picture = this.choices.choose(EntryFields.PICTURE);
		URI thumbnail = this.choices.choose(EntryFields.THUMBNAIL);
		String copy = (picture != null) ? this.material.copies().get(picture) : null;
		if (copy == null && Objects.equals(picture, this.before.artwork().picture())) {
			copy = this.before.artwork().storedKey();
		}
		return new Artwork(picture, thumbnail, copy);
	}

	/** A mean over fewer providers than last time would jump, so it waits for them. */
	private @Nullable Score score() {
		Provenance past = this.before.provenance().get(EntryFields.SCORE.name());
		boolean waits = past != null && past.source().equals(Sources.DERIVED)
				&& (!this.material.failedSources().isEmpty() || this.material.missing().contains(Stage.MEDIA));
		if (past != null && (waits || past.source().equals(Sources.REVIEWER))) {
			this.choices.note(EntryFields.SCORE.name(), past);
			return this.before.score();
		}
		Optional<Score> combined = ScoreMerge.combine(this.choices.said(EntryFields.SCORE));
		if (combined.isPresent()) {
			this.choices.note(EntryFields.SCORE.name(), derived("EQUAL_WEIGHTS", 0.95));
			return combined.get();
		}
		Score inDataset = this.material.dataset().score();
		if (inDataset != null) {
			this.choices.note(EntryFields.SCORE.name(),
					new Provenance(Sources.DATASET, this.material.dataset().revision().updatedAt(), "PRIORITY", 0.6));
		}
		return inDataset;
	}

	private Provenance derived(String rule, double confidence) {
		return new Provenance(Sources.DERIVED, this.material.now(), rule, confidence);
	}

}

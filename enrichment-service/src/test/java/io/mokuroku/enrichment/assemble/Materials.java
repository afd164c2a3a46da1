package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.Candidates;
import io.mokuroku.enrichment.stage.RelationList;
import io.mokuroku.upstream.AnimeFacts;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what an entry is assembled from.
 */
final class Materials {

	/** A Sunday, three hours before the evening slot. */
	static final Instant NOW = Instant.parse("2026-11-22T11:30:00Z");

	/** Nobody is asked about what has no fault. */
	static final ReviewLimits FAULTS_ONLY = new ReviewLimits(0, 0, 0);

	/** An entry that nothing is wrong with. */
	static final AnimeEntry GOOD = Works.anActiveEntry().with((change) -> {
		change.synopsis = "A courier relives the same night.";
		change.titles = new Titles("Hoshi no Tegami", null, "星の手紙", List.of());
	});

	private final AnimeEntry before;

	private AnimeEntry dataset;

	private final List<AnimeFacts> said = new ArrayList<>();

	private final List<Episode> episodes = new ArrayList<>();

	private EpisodeCorrections corrected = EpisodeCorrections.NONE;

	private final Set<String> failed = new HashSet<>();

	private final Set<Stage> missing = new HashSet<>();

	private final Map<URI, String> copies = new HashMap<>();

	private @Nullable RelationList relations;

	private Instant now = NOW;

	private double catalogueMean = 6.5;

	private RandomGenerator chance = new Random(1);

	private Materials(AnimeEntry before) {
		this.before = before;
		this.dataset = before;
	}

	static Materials of(AnimeEntry before) {
		return new Materials(before);
	}

	Materials dataset(AnimeEntry other) {
		this.dataset = other;
		return this;
	}

	Materials said(AnimeFacts... facts) {
		this.said.addAll(List.of(facts));
		return this;
	}

	Materials episodes(Episode... known) {
		this.episodes.addAll(List.of(known));
		return this;
	}

	Materials corrected(EpisodeCorrections corrections) {
		this.corrected = corrections;
		return this;
	}

	Materials relations(RelationList found) {
		this.relations = found;
		return this;
	}

	/** The order in which candidates come. */
	Materials shuffled(long seed) {
		this.chance = new Random(seed);
		return this;
	}

	Materials catalogueMean(double mean) {
		this.catalogueMean = mean;
		return this;
	}

	/** The time of assembly. */
	Materials at(Instant other) {
		this.now = other;
		return this;
	}

	Materials failed(String source) {
		this.failed.add(source);
		return this;
	}

	/** A stage that brought nothing, whatever was said. */
	Materials missing(Stage stage) {
		this.missing.add(stage);
		return this;
	}

	Materials copied(URI picture, String key) {
		this.copies.put(picture, key);
		return this;
	}

	Assembled assemble() {
		List<Fetched> answers = this.said.stream().map((facts) -> Facts.fetched(facts, List.of())).toList();
		List<CandidateRow> rows = new ArrayList<>();
		for (Stage stage : List.of(Stage.METADATA, Stage.MEDIA)) {
			if (!this.missing.contains(stage)) {
				rows.addAll(Candidates.of(stage, answers).rows());
			}
		}
		Collections.shuffle(rows, this.chance);
		return EntryAssembly.of(new Material(this.before, this.dataset, rows, this.episodes, this.corrected,
				this.relations, this.failed, Map.of(), this.missing, this.copies, this.catalogueMean, this.now));
	}

	AnimeEntry entry() {
		return assemble().entry();
	}

}

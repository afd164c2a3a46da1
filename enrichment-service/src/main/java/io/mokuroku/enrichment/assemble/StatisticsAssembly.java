package io.mokuroku.enrichment.assemble;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.enrichment.merge.RuleKind;
import io.mokuroku.enrichment.merge.ScoreMerge;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.DetailFields;
import org.jspecify.annotations.Nullable;

/**
 * How visitors see an anime: each provider's own figures side by side, and one score of
 * all of them.
 */
final class StatisticsAssembly {

	private static final String SCORE = "score";

	private static final String POPULARITY = "popularity";

	private static final int DAYS_OF_A_POINT = 7;

	/** Two years. */
	private static final int MOST_POINTS = 105;

	private final Material material;

	private final Choices choices;

	private final Map<Provider, Statistics> byProvider = new TreeMap<>();

	StatisticsAssembly(Material material, Choices choices) {
		this.material = material;
		this.choices = choices;
		boolean unheard = material.missing().contains(Stage.MEDIA);
		material.before().details().statistics().forEach((provider, statistics) -> {
			if (unheard || material.failedSources().contains(Sources.of(provider))) {
				this.byProvider.put(provider, statistics);
			}
		});
		choices.saidBySource(DetailFields.STATISTICS)
			.forEach((source, statistics) -> this.byProvider.put(Sources.providerOf(source), statistics));
		if (!this.byProvider.isEmpty()) {
			choices.note(DetailFields.STATISTICS.name(),
					new Provenance(Sources.of(this.byProvider.keySet().iterator().next()), material.now(),
							RuleKind.PER_PROVIDER.name(), 0.8,
							this.byProvider.keySet().stream().skip(1).map(Sources::of).toList(), null));
		}
	}

	Map<Provider, Statistics> byProvider() {
		return this.byProvider;
	}

	/**
	 * How many keep it on a list, over time: one point a week and the present one. A
	 * provider that is silent today counts with what it said last.
	 */
	List<Details.Popularity> popularity() {
		List<Details.Popularity> trend = new ArrayList<>(this.material.before().details().popularity());
		long members = this.byProvider.values()
			.stream()
			.map(Statistics::members)
			.filter(Objects::nonNull)
			.mapToLong(Long::longValue)
			.sum();
		if (members == 0) {
			Provenance past = this.material.before().provenance().get(POPULARITY);
			if (past != null) {
				this.choices.note(POPULARITY, past);
			}
			return trend;
		}
		LocalDate today = this.material.today();
		boolean weekIsOpen = trend.size() > 1
				&& trend.getLast().date().isBefore(trend.get(trend.size() - 2).date().plusDays(DAYS_OF_A_POINT));
		if (weekIsOpen || (!trend.isEmpty() && !trend.getLast().date().isBefore(today))) {
			trend.removeLast();
		}
		this.choices.note(POPULARITY, new Provenance(Sources.DERIVED, this.material.now(), "SUM_OF_MEMBERS", 0.8));
		trend.add(new Details.Popularity(today, members));
		return trend.subList(Math.max(0, trend.size() - MOST_POINTS), trend.size());
	}

	/**
	 * A mean over fewer providers than last time would jump, so a score from before each
	 * provider's own was kept waits for all of them.
	 */
	@Nullable Score score() {
		Provenance past = this.material.before().provenance().get(SCORE);
		boolean waits = past != null && past.source().equals(Sources.DERIVED)
				&& this.material.before().details().statistics().isEmpty()
				&& (!this.material.failedSources().isEmpty() || this.material.missing().contains(Stage.MEDIA));
		if (past != null && (waits || past.humanLocked())) {
			this.choices.note(SCORE, past);
			return this.material.before().score();
		}
		Optional<Score> combined = ScoreMerge.combine(ScoreMerge.scores(this.byProvider),
				this.material.catalogueMean());
		if (combined.isPresent()) {
			this.choices.note(SCORE, new Provenance(Sources.DERIVED, this.material.now(), "EQUAL_WEIGHTS", 0.95,
					List.of(), "catalogue mean " + this.material.catalogueMean()));
			return combined.get();
		}
		Score inDataset = this.material.dataset().score();
		if (inDataset != null) {
			this.choices.note(SCORE, new Provenance(Sources.DATASET, this.material.dataset().revision().updatedAt(),
					RuleKind.PRIORITY.name(), 0.6));
		}
		return inDataset;
	}

}

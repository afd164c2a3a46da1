package io.mokuroku.enrichment.score;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.catalogue.store.CatalogueMeans;
import io.mokuroku.catalogue.store.CatalogueMeans.Mean;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class MeasureCatalogueTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private Instant now = NOW;

	private final LocalEngines engines = LocalEngines.start();

	private final Stores stores = Stores.on(this.engines, () -> this.now);

	private final CatalogueMeans means = Stores.means(this.engines.dynamo());

	private final MeasureCatalogue measure = new MeasureCatalogue(Stores.scan(this.engines.dynamo()), this.means,
			() -> this.now);

	@BeforeEach
	void emptyStore() {
		this.engines.reset();
	}

	@Test
	void knowsAMeanBeforeItIsComputed() {
		assertThat(this.means.current()).isEqualTo(new Mean(6.5, 0, Instant.EPOCH));
		assertThat(this.measure.ifDue()).isTrue();
		assertThat(this.means.current()).as("of an empty catalogue").isEqualTo(new Mean(6.5, 0, NOW));
	}

	@Test
	void computesTheMeanOfAllThatHaveVotes() {
		this.stores.anime().add(List.of(rated("MYANIMELIST#1", 8, 1000L)));
		this.stores.anime().add(List.of(rated("MYANIMELIST#2", 7, 10L)));
		this.stores.anime().add(List.of(rated("MYANIMELIST#3", 1, 9L), rated("MYANIMELIST#4", 1, null)));
		this.stores.anime().add(List.of(rated("MYANIMELIST#5", 1, 1000L).with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = AnimeId.mintedFrom(List.of(SourceLink.ofKey("MYANIMELIST#1")));
		})));
		this.measure.ifDue();
		assertThat(this.means.current()).isEqualTo(new Mean(7.5, 2, NOW));
	}

	@Test
	void computesItOnceAWeek() {
		assertThat(this.measure.ifDue()).isTrue();
		this.now = NOW.plus(Duration.ofDays(7)).minusMillis(1);
		assertThat(this.measure.ifDue()).isFalse();
		this.now = NOW.plus(Duration.ofDays(7));
		assertThat(this.measure.ifDue()).isTrue();
	}

	@Test
	void leavesItToWhoeverCameFirstForAnHour() {
		assertThat(this.means.claim(NOW, Duration.ofDays(7), Duration.ofHours(1))).isTrue();
		assertThat(this.measure.ifDue()).isFalse();
		this.now = NOW.plus(Duration.ofHours(1));
		assertThat(this.measure.ifDue()).as("the first has died").isTrue();
	}

	private static AnimeEntry rated(String link, double score, @Nullable Long votes) {
		return Entries.aDraft("Rated", link).with((change) -> {
			change.lifecycle = Lifecycle.ACTIVE;
			change.details = new Details(null, null, List.of(), Media.NONE,
					Map.of(Provider.KITSU, new Statistics(score, votes, null, null, null, null, Map.of())), Map.of(),
					Questions.NONE, 1, null, List.of());
		});
	}

}

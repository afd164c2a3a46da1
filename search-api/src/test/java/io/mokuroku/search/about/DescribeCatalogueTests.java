package io.mokuroku.search.about;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.mokuroku.catalogue.store.AppliedDataset;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.index.IndexCounts;
import io.mokuroku.upstream.TurningClock;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the catalogue says of itself.
 */
class DescribeCatalogueTests {

	private static final AppliedDataset WEEK_47 = new AppliedDataset("2026-47", LocalDate.of(2026, 11, 21), "ODbL",
			null, 40_000, Instant.parse("2026-11-22T01:10:00Z"));

	private final TurningClock clock = new TurningClock();

	private final AtomicInteger reads = new AtomicInteger();

	private Optional<AppliedDataset> applied = Optional.of(WEEK_47);

	private boolean away;

	private final DescribeCatalogue catalogue = new DescribeCatalogue(this::read,
			() -> new IndexCounts(5, 4, 3, 1, "trace"), settings(Map.of()), new About.Versions("1.2.3", "v1", "none"),
			this.clock);

	@Test
	void namesTheDatasetItsLicencesAndItsAge() {
		About about = this.catalogue.describe();
		assertThat(about.dataset().name()).isEqualTo("anime-offline-database");
		assertThat(about.dataset().licence()).isEqualTo("ODbL-1.0");
		assertThat(about.dataset().contentsLicence()).isEqualTo("DbCL-1.0");
		assertThat(about.dataset().notice()).contains("anime-offline-database", "ODbL", "DbCL");
		assertThat(about.release())
			.isEqualTo(new About.Release("2026-47", LocalDate.of(2026, 11, 21), null, 40_000, WEEK_47.appliedAt()));
		assertThat(about.index()).isEqualTo(new About.Index(4, 3, 1, "trace"));
		assertThat(about.providers()).extracting(About.ProviderTerms::name).contains("MyAnimeList", "Kitsu");
	}

	@Test
	void readsTheReleaseOnceAMinuteAtMostAndGoesOnWithoutTheDatabase() {
		this.catalogue.describe();
		this.catalogue.describe();
		assertThat(this.reads).hasValue(1);
		this.clock.turn(Duration.ofMinutes(1));
		this.away = true;
		assertThat(this.catalogue.describe().release()).isNotNull();
		this.away = false;
		this.applied = Optional.empty();
		this.clock.turn(Duration.ofMinutes(1));
		assertThat(this.catalogue.describe().release()).isNull();
	}

	@Test
	void saysThatItCannotTellBeforeItEverCould() {
		this.away = true;
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(this.catalogue::describe);
	}

	@Test
	void namesAnotherDatasetWhereOneIsFollowed() {
		assertThat(settings(
				Map.of("mokuroku.about.dataset", "living-fork", "mokuroku.about.homepage", "https://example.org/fork")))
			.isEqualTo(new AboutSettings("living-fork", URI.create("https://example.org/fork")));
	}

	private Optional<AppliedDataset> read() {
		this.reads.incrementAndGet();
		if (this.away) {
			throw new RetryableFailure("away", null);
		}
		return this.applied;
	}

	private static AboutSettings settings(Map<String, String> named) {
		return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("mokuroku.about",
				AboutSettings.class);
	}

}

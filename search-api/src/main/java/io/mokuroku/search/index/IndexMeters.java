package io.mokuroku.search.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.message.CatalogueChanged.Change;

/**
 * What is counted of the index: how far it is behind the catalogue, and what it holds. It
 * knows every entry, so it tells how many there are in each state, too.
 */
final class IndexMeters implements CatalogueListener {

	/** From the commit of an entry until answers know it. */
	static final String LAG = "mokuroku.index.lag";

	/** Entries by {@code state}: {@code draft}, {@code active} or {@code hidden}. */
	static final String ENTRIES = "mokuroku.catalogue.entries";

	/** Entries that wait for a vector. */
	static final String PENDING = "mokuroku.index.pending";

	private static final AnimeFilter ALL = AnimeFilter.of((asked) -> asked.adult = true);

	/** All gauges of one reading tell of the same look. */
	private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

	private final AnimeIndex index;

	private final MeterRegistry registry;

	private final InstantSource clock;

	private Instant lookedAt = Instant.MIN;

	private Map<String, Long> shown = Map.of();

	private IndexCounts counts = new IndexCounts(0, 0, 0, 0, null);

	IndexMeters(AnimeIndex index, MeterRegistry registry, InstantSource clock) {
		this.index = index;
		this.registry = registry;
		this.clock = clock;
		for (Lifecycle state : List.of(Lifecycle.DRAFT, Lifecycle.ACTIVE)) {
			entries(state.name().toLowerCase(Locale.ROOT), () -> this.shown.getOrDefault(state.name(), 0L));
		}
		entries("hidden", () -> (long) this.counts.documents() - this.counts.shown());
		Gauge.builder(PENDING, () -> looked(() -> (long) this.counts.pending())).register(registry);
	}

	@Override
	public void indexed(List<Change> changes, Map<AnimeId, AnimeEntry> entries) {
		Instant now = this.clock.instant();
		for (Change change : changes) {
			AnimeEntry entry = entries.get(change.animeId());
			if (entry != null && entry.revision().version() == change.version()) {
				Duration lag = Duration.between(entry.revision().updatedAt(), now);
				this.registry.timer(LAG).record(lag.isNegative() ? Duration.ZERO : lag);
			}
		}
	}

	private void entries(String state, Figure figure) {
		Gauge.builder(ENTRIES, () -> looked(figure)).tag("state", state).register(this.registry);
	}

	/** An index that does not answer has no figures, rather than old ones. */
	private synchronized double looked(Figure figure) {
		Instant now = this.clock.instant();
		if (this.lookedAt.plus(LOOK_AGAIN).isBefore(now)) {
			this.counts = this.index.counts();
			this.shown = this.index.values(ALL, AnimeField.LIFECYCLE, Lifecycle.values().length)
				.stream()
				.collect(Collectors.toMap(ValueCount::value, ValueCount::count));
			this.lookedAt = now;
		}
		return figure.value();
	}

	/** One of the figures of a look. */
	@FunctionalInterface
	private interface Figure {

		long value();

	}

}

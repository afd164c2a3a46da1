package io.mokuroku.sync;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about applying releases.
 *
 * @param parallelism how many transactions are under way at once, from 1 to 16
 * @param scanSegments how many parts of the catalogue are read at once, from 1 to 64;
 * their size does not depend on it
 * @param enrichmentsPerRun how many of the most urgent entries are sent to enrichment
 * after a run
 * @param enrichmentsInFlight how many enrichment requests may wait or be worked on while
 * a run sends more, at least 1
 * @param enrichmentPatience how long a run waits for enrichment to take something before
 * it leaves the rest to the next run
 * @param bucket where releases, their indexes and plans lie
 */
@ConfigurationProperties("mokuroku.sync")
public record SyncSettings(@DefaultValue("2") int parallelism, @DefaultValue("8") int scanSegments,
		@DefaultValue("250") int enrichmentsPerRun, @DefaultValue("100") int enrichmentsInFlight,
		@DefaultValue("15m") Duration enrichmentPatience, @DefaultValue("mokuroku-releases") String bucket) {

	public SyncSettings {
		if (bucket.isBlank()) {
			throw new IllegalArgumentException("mokuroku.sync.bucket must be named");
		}
		within("parallelism", parallelism, 1, 16);
		within("scan-segments", scanSegments, 1, 64);
		within("enrichments-per-run", enrichmentsPerRun, 0, Integer.MAX_VALUE);
		within("enrichments-in-flight", enrichmentsInFlight, 1, Integer.MAX_VALUE);
		if (enrichmentPatience.isNegative()) {
			throw new IllegalArgumentException("mokuroku.sync.enrichment-patience must not be negative");
		}
	}

	private static void within(String name, int value, int least, int most) {
		if (value < least || value > most) {
			throw new IllegalArgumentException(
					"mokuroku.sync.%s must lie between %d and %d".formatted(name, least, most));
		}
	}

}

package io.mokuroku.sync;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about applying releases.
 *
 * @param parallelism how many transactions are under way at once, from 1 to 16
 * @param enrichmentsPerRun how many of the most urgent drafts are sent to enrichment
 * after a run
 */
@ConfigurationProperties("mokuroku.sync")
public record SyncSettings(@DefaultValue("2") int parallelism, @DefaultValue("250") int enrichmentsPerRun) {

	public SyncSettings {
		if (parallelism < 1 || parallelism > 16) {
			throw new IllegalArgumentException("mokuroku.sync.parallelism must lie between 1 and 16");
		}
		if (enrichmentsPerRun < 0) {
			throw new IllegalArgumentException("mokuroku.sync.enrichments-per-run must not be negative");
		}
	}

}

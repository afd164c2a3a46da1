package io.mokuroku.sync;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about following the dataset.
 *
 * @param repository the {@code owner/name} that publishes releases
 * @param api where releases are asked for
 * @param asset the name of the file taken from a release
 * @param localFiles whether a sync may be started from a file of this machine
 * @param downloadTimeout how long a download may take
 * @param parallelism how many transactions are under way at once, from 1 to 16
 * @param enrichmentsPerRun how many of the most urgent drafts are sent to enrichment
 * after a run
 */
@ConfigurationProperties("mokuroku.sync")
public record SyncSettings(@DefaultValue("cedya77/anime-offline-database") String repository,
		@DefaultValue("https://api.github.com") URI api, @DefaultValue("anime-offline-database.jsonl.zst") String asset,
		@DefaultValue("false") boolean localFiles, @DefaultValue("2m") Duration downloadTimeout,
		@DefaultValue("2") int parallelism, @DefaultValue("250") int enrichmentsPerRun) {

	public SyncSettings {
		Objects.requireNonNull(api, "api");
		if (!repository.matches("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")) {
			throw new IllegalArgumentException("mokuroku.sync.repository must have the form owner/name");
		}
		if (parallelism < 1 || parallelism > 16) {
			throw new IllegalArgumentException("mokuroku.sync.parallelism must lie between 1 and 16");
		}
		if (enrichmentsPerRun < 0) {
			throw new IllegalArgumentException("mokuroku.sync.enrichments-per-run must not be negative");
		}
	}

}

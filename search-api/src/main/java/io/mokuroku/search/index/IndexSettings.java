package io.mokuroku.search.index;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the index is kept.
 *
 * @param kind what keeps it
 * @param dir the folder of its files, where Lucene keeps it
 * @param linger how long a change waits for others to be committed with, below 1 s
 * @param mostPerCommit with this many changes it waits no longer
 * @param concurrency how many messages are taken in at once
 */
@Validated
@ConfigurationProperties("mokuroku.index")
record IndexSettings(@NotNull @DefaultValue("lucene") Kind kind, @NotNull @DefaultValue("data/index") Path dir,
		@NotNull @DefaultValue("250ms") Duration linger, @Min(1) @DefaultValue("1000") int mostPerCommit,
		@Min(1) @Max(100) @DefaultValue("20") int concurrency) {

	IndexSettings {
		if (linger.isNegative() || linger.compareTo(Duration.ofSeconds(1)) >= 0) {
			throw new IllegalArgumentException("mokuroku.index.linger lies below one second");
		}
	}

	/** What can keep the index. */
	enum Kind {

		/** Files of this process. */
		LUCENE,

		/** A server that several instances share. */
		QDRANT

	}

}

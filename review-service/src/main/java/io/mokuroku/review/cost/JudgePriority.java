package io.mokuroku.review.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.review.task.Priority;
import org.jspecify.annotations.Nullable;

/**
 * How pressing a question about an entry is: what airs within a day comes before what
 * many will see, that before what the catalogue lacks, and that before the rest.
 */
final class JudgePriority {

	private static final Duration SOON = Duration.ofHours(24);

	private JudgePriority() {
	}

	/**
	 * Judges an entry.
	 * @param entry the entry as it is; absent if it is unknown
	 * @param popularRank up to which place by popularity a work is popular
	 */
	static Priority of(@Nullable AnimeEntry entry, int popularRank, Instant now) {
		if (entry == null) {
			return Priority.LOW;
		}
		NextEpisode next = entry.airing().next();
		if (next != null && !next.at().isBefore(now) && next.at().isBefore(now.plus(SOON))) {
			return Priority.URGENT;
		}
		boolean popular = entry.details()
			.statistics()
			.values()
			.stream()
			.map(Statistics::popularityRank)
			.filter(Objects::nonNull)
			.anyMatch((rank) -> rank <= popularRank);
		if (popular) {
			return Priority.HIGH;
		}
		return (entry.lifecycle() == Lifecycle.DRAFT) ? Priority.NORMAL : Priority.LOW;
	}

}

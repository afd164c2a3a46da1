package io.mokuroku.review.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * How pressing a question about an entry is: what airs within a day comes before what
 * many will see, that before what the catalogue lacks, and that before the rest. What
 * waits for budget and what lies before people are judged alike.
 */
public final class JudgePriority {

	private static final Duration SOON = Duration.ofHours(24);

	private JudgePriority() {
	}

	/**
	 * Judges an entry. What airs soon or is popular is so by either side: of a new work
	 * only the proposal knows it, of an old one perhaps only the catalogue.
	 * @param proposal the entry as it is proposed; absent if nothing is
	 * @param live the entry as it is in the catalogue, published or not; absent if it is
	 * unknown
	 * @param popularRank up to which place by popularity a work is popular
	 */
	public static Priority of(@Nullable AnimeEntry proposal, @Nullable AnimeEntry live, int popularRank, Instant now) {
		if (sides(proposal, live).anyMatch((entry) -> airsSoon(entry, now))) {
			return Priority.URGENT;
		}
		if (sides(proposal, live).anyMatch((entry) -> isPopular(entry, popularRank))) {
			return Priority.HIGH;
		}
		boolean isNew = (live != null) ? live.lifecycle() == Lifecycle.DRAFT : proposal != null;
		return isNew ? Priority.NORMAL : Priority.LOW;
	}

	private static Stream<AnimeEntry> sides(@Nullable AnimeEntry proposal, @Nullable AnimeEntry live) {
		return Stream.concat(Stream.ofNullable(proposal), Stream.ofNullable(live));
	}

	private static boolean airsSoon(AnimeEntry entry, Instant now) {
		return Optional.ofNullable(entry.airing().next())
			.filter((next) -> !next.at().isBefore(now) && next.at().isBefore(now.plus(SOON)))
			.isPresent();
	}

	private static boolean isPopular(AnimeEntry entry, int popularRank) {
		return entry.details()
			.statistics()
			.values()
			.stream()
			.map(Statistics::popularityRank)
			.filter(Objects::nonNull)
			.anyMatch((rank) -> rank <= popularRank);
	}

}

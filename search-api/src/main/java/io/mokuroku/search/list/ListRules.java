package io.mokuroku.search.list;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Score;
import org.jspecify.annotations.Nullable;

/**
 * Who is on which list and where. {@code docs/lists-and-calendar.md} says the same in
 * words. Rules look at one entry at a time and know nothing of the others.
 */
final class ListRules {

	/** So many votes weigh as much as the mean of the catalogue. */
	static final long FEWEST_VOTES = 500;

	/** The mean that scores are drawn to before one has been computed. */
	static final double USUAL_SCORE = 6.5;

	/** A score without votes counts if so many sites have a page on the anime. */
	static final int FEWEST_SITES = 4;

	/** How far back a trend looks. */
	static final int TREND_DAYS = 28;

	/** Keeps anime that hardly anybody knew from trending by a handful of people. */
	static final double TREND_BASE = 1_000;

	private static final Duration SOON = Duration.ofDays(7);

	private final Instant now;

	private final LocalDate today;

	private final Quarter quarter;

	ListRules(Instant now) {
		this.now = now;
		this.today = LocalDate.ofInstant(now, Broadcast.JAPAN);
		this.quarter = Quarter.at(now);
	}

	/** Where an entry stands on a list; empty if it is not on it. */
	Optional<Standing> standing(ListName list, AnimeEntry entry) {
		return switch (list) {
			case POPULAR -> Optional.of(popular(entry));
			case TOP_RATED -> topRated(entry);
			case TRENDING -> trending(entry);
			case THIS_SEASON -> premiere(entry, this.quarter);
			case NEXT_SEASON -> premiere(entry, this.quarter.next());
			case RECENTLY_ADDED ->
				Optional.of(Standing.of(entry, (double) entry.revision().createdAt().toEpochMilli(), known(entry)));
		};
	}

	/**
	 * Anime whose members are known come first; of the others the number of sites with a
	 * page, then the score, tell how well they are known.
	 */
	private static Standing popular(AnimeEntry entry) {
		Long members = members(entry);
		Score score = entry.score();
		return (members != null) ? new Standing(1, members.doubleValue(), 0, entry.id())
				: new Standing(0, entry.sources().size(), (score != null) ? score.mean() : 0, entry.id());
	}

	/**
	 * The score to rank by, if enough have voted. Of a score whose votes nobody counted
	 * it is assumed that they were as few as may be.
	 */
	private static Optional<Standing> topRated(AnimeEntry entry) {
		Score score = entry.score();
		if (score == null) {
			return Optional.empty();
		}
		if (score.bayesian() != null && score.votes() != null) {
			return (score.votes() < FEWEST_VOTES) ? Optional.empty()
					: Optional.of(Standing.of(entry, score.bayesian(), known(entry)));
		}
		return (entry.sources().size() < FEWEST_SITES) ? Optional.empty()
				: Optional.of(Standing.of(entry, (score.mean() + USUAL_SCORE) / 2, known(entry)));
	}

	/**
	 * New members in a week, divided by the square root of how many there were: what is
	 * unusual for an anime of its size. Running anime without a history follow by
	 * popularity.
	 */
	private Optional<Standing> trending(AnimeEntry entry) {
		Double trend = trend(entry.details().popularity());
		if (trend != null && trend > 0) {
			return Optional.of(new Standing(1, trend, known(entry), entry.id()));
		}
		return (trend == null && runs(entry.airing())) ? Optional.of(new Standing(0, known(entry), 0, entry.id()))
				: Optional.empty();
	}

	private @Nullable Double trend(List<Details.Popularity> history) {
		LocalDate earliest = this.today.minusDays(TREND_DAYS);
		List<Details.Popularity> lately = history.stream().filter((point) -> !point.date().isBefore(earliest)).toList();
		if (lately.size() < 2) {
			return null;
		}
		Details.Popularity first = lately.getFirst();
		Details.Popularity last = lately.getLast();
		long days = Math.max(1, ChronoUnit.DAYS.between(first.date(), last.date()));
		double aWeek = (last.members() - first.members()) * 7.0 / days;
		return aWeek / Math.sqrt(first.members() + TREND_BASE);
	}

	private boolean runs(Airing airing) {
		NextEpisode next = airing.next();
		return airing.status() == AiringStatus.ONGOING || (airing.status() == AiringStatus.UPCOMING && next != null
				&& next.at().isBefore(this.now.plus(SOON)));
	}

	private static Optional<Standing> premiere(AnimeEntry entry, Quarter quarter) {
		Airing airing = entry.airing();
		return (airing.status() != AiringStatus.CANCELLED && quarter.has(airing)) ? Optional.of(popular(entry))
				: Optional.empty();
	}

	private static @Nullable Long members(AnimeEntry entry) {
		Score score = entry.score();
		return (score != null) ? score.members() : null;
	}

	private static double known(AnimeEntry entry) {
		Long members = members(entry);
		return (members != null) ? members.doubleValue() : 0;
	}

	/**
	 * Where an entry stands: by the first of these that differs, at last by id. What is
	 * greater stands further up.
	 *
	 * @param group those of a higher group come first
	 * @param first what the list is about
	 * @param second what decides between equals
	 * @param id the entry
	 */
	record Standing(int group, double first, double second, AnimeId id) implements Comparable<Standing> {

		private static final Comparator<Standing> ORDER = Comparator.comparingInt(Standing::group)
			.thenComparingDouble(Standing::first)
			.thenComparingDouble(Standing::second)
			.thenComparing(Standing::id, Comparator.reverseOrder());

		static Standing of(AnimeEntry entry, double first, double second) {
			return new Standing(0, first, second, entry.id());
		}

		@Override
		public int compareTo(Standing other) {
			return ORDER.compare(this, other);
		}

	}

}

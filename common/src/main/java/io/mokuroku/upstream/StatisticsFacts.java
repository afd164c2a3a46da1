package io.mokuroku.upstream;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a provider's visitors make of an anime. A score without votes is absent.
 *
 * @param score on a scale of 0 to 10: above 0, at most 10
 * @param rawScore on the provider's own scale
 * @param rawScale the best score of that scale: 10, 100
 * @param scoredBy how many have rated it, at least 1
 * @param rank its place among all by score, from 1
 * @param popularityRank its place among all by number of members, from 1
 * @param members how many keep it on a list
 * @param favourites how many call it a favourite
 * @param contextualRanks its places within a season or year
 * @param distribution how the ratings and lists spread
 */
public record StatisticsFacts(@Nullable Double score, @Nullable Double rawScore, @Nullable Integer rawScale,
		@Nullable Long scoredBy, @Nullable Integer rank, @Nullable Integer popularityRank, @Nullable Long members,
		@Nullable Long favourites, List<ContextualRank> contextualRanks, Distribution distribution) {

	/** Nothing known. */
	public static final StatisticsFacts NONE = new StatisticsFacts(null, null, null, null, null, null, null, null,
			List.of(), Distribution.NONE);

	public StatisticsFacts {
		if (score != null && !(score > 0 && score <= 10)) {
			throw new IllegalArgumentException("A score lies above 0 and is at most 10: " + score);
		}
		contextualRanks = List.copyOf(contextualRanks);
	}

	/**
	 * A score on its own scale. What it cannot be (0, above the scale) is no score.
	 * @param scale the best score of the scale
	 * @param votes how many have rated; a score known to have none is no score
	 */
	public static StatisticsFacts rated(@Nullable Double score, int scale, @Nullable Long votes) {
		Long counted = (votes != null && votes > 0) ? votes : null;
		if (score == null || !(score > 0 && score <= scale) || (votes != null && votes <= 0)) {
			return new StatisticsFacts(null, null, null, counted, null, null, null, null, List.of(), Distribution.NONE);
		}
		return new StatisticsFacts(score / (scale / 10.0), score, scale, counted, null, null, null, null, List.of(),
				Distribution.NONE);
	}

	/** The same with ranks; 0 is none. */
	public StatisticsFacts withRanks(@Nullable Integer byScore, @Nullable Integer byPopularity,
			List<ContextualRank> contextual) {
		return new StatisticsFacts(this.score, this.rawScore, this.rawScale, this.scoredBy, Values.positive(byScore),
				Values.positive(byPopularity), this.members, this.favourites, contextual, this.distribution);
	}

	/** The same with numbers of people. */
	public StatisticsFacts withPeople(@Nullable Long onLists, @Nullable Long fond) {
		return new StatisticsFacts(this.score, this.rawScore, this.rawScale, this.scoredBy, this.rank,
				this.popularityRank, onLists, fond, this.contextualRanks, this.distribution);
	}

	/** The same with a distribution. */
	public StatisticsFacts withDistribution(Distribution other) {
		return new StatisticsFacts(this.score, this.rawScore, this.rawScale, this.scoredBy, this.rank,
				this.popularityRank, this.members, this.favourites, this.contextualRanks, other);
	}

	/**
	 * A place among part of the catalogue.
	 *
	 * @param rank the place, from 1
	 * @param context among which anime, in the provider's words
	 * @param format among anime released so, in the provider's words
	 * @param year of the year it counts
	 * @param season of the season it counts, in the provider's words
	 */
	public record ContextualRank(int rank, String context, @Nullable String format, @Nullable Integer year,
			@Nullable String season) {
	}

	/**
	 * How ratings and lists spread.
	 *
	 * @param votes how many gave which score, by score on a scale of 0 to 10
	 * @param lists how many keep it on which list, by state
	 */
	public record Distribution(Map<Double, Long> votes, Map<ListState, Long> lists) {

		/** Nothing known. */
		public static final Distribution NONE = new Distribution(Map.of(), Map.of());

		public Distribution {
			votes = Map.copyOf(new TreeMap<>(votes));
			lists = Map.copyOf(new TreeMap<>(lists));
		}

	}

	/** Where on their lists people keep an anime. */
	public enum ListState {

		WATCHING, COMPLETED, ON_HOLD, DROPPED, PLANNED, REPEATING

	}

}

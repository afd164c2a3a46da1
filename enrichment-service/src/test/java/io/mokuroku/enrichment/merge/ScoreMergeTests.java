package io.mokuroku.enrichment.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Score;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class ScoreMergeTests {

	@Test
	void findsTheMeansOfFourProviders() {
		Score score = combined(8.62, 8.4, 8.3, 7.8);
		assertThat(score.mean()).isCloseTo(8.28, within(1e-9));
		assertThat(score.median()).isCloseTo(8.35, within(1e-9));
		assertThat(score.agm()).isCloseTo(8.277231, within(5e-7));
	}

	@Test
	void takesTheMiddleOneOfThree() {
		assertThat(combined(9, 1, 7).median()).isEqualTo(7);
	}

	@Test
	void leavesASingleScoreAsItIs() {
		for (double score : new double[] { 10, 9.9, 7.71, 0.01 }) {
			assertThat(combined(score)).isEqualTo(new Score(score, score, score, 100L, 1000L));
		}
	}

	@Test
	void neverRisesAboveTheScaleOrTheMean() {
		Score score = combined(10, 10, 10);
		assertThat(score.agm()).isEqualTo(10);
		assertThat(combined(1, 10).agm()).isLessThan(5.5);
	}

	@Test
	void doesNotCountFewerThanTenVotes() {
		Score score = ScoreMerge
			.combine(Map.of(Provider.ANIDB, new ScoreFacts(10, 9L, 50L), Provider.KITSU, new ScoreFacts(6, 10L, 40L)),
					6.5)
			.orElseThrow();
		assertThat(score).isEqualTo(new Score(6, 6, 6, 10L, 40L, (10 * 6 + 500 * 6.5) / 510, List.of(Provider.KITSU)));
	}

	@Test
	void countsAProviderThatDoesNotSayHowManyVoted() {
		Score score = ScoreMerge
			.combine(
					Map.of(Provider.ANIDB, new ScoreFacts(8, null, null), Provider.KITSU, new ScoreFacts(6, 10L, null)),
					6.5)
			.orElseThrow();
		assertThat(score.mean()).isEqualTo(7);
		assertThat(score.votes()).isEqualTo(10);
		assertThat(score.members()).isNull();
	}

	@Test
	void hasNothingToSayWithoutScores() {
		assertThat(ScoreMerge.combine(Map.of(), 6.5)).isEmpty();
		assertThat(ScoreMerge.combine(Map.of(Provider.KITSU, new ScoreFacts(9, 3L, null)), 6.5)).isEmpty();
	}

	@Test
	void drawsAScoreOfFewVotesToTheMeanOfTheCatalogue() {
		assertThat(bayesian(Map.of(Provider.KITSU, new ScoreFacts(9.2, 20L, null)))).isCloseTo(6.60, within(0.005));
		assertThat(bayesian(Map.of(Provider.KITSU, new ScoreFacts(9.2, 2_000_000L, null)))).isCloseTo(9.2,
				within(0.01));
	}

	@Test
	void keepsALargeSiteFromSpeakingAlone() {
		double both = bayesian(Map.of(Provider.MYANIMELIST, new ScoreFacts(8, 1_000_000L, null), Provider.KITSU,
				new ScoreFacts(6, 1000L, null)));
		double byLogarithm = (8 * Math.log1p(1_000_000) + 6 * Math.log1p(1000))
				/ (Math.log1p(1_000_000) + Math.log1p(1000));
		assertThat(both).isCloseTo(byLogarithm, within(0.01)).isBetween(7.2, 7.4);
	}

	@Test
	void hasNothingToRankByWhereNobodyCountsVotes() {
		assertThat(
				ScoreMerge.combine(Map.of(Provider.KITSU, new ScoreFacts(8, null, null)), 6.5).orElseThrow().bayesian())
			.isNull();
	}

	private static double bayesian(Map<Provider, ScoreFacts> scores) {
		return Objects.requireNonNull(ScoreMerge.combine(scores, 6.5).orElseThrow().bayesian());
	}

	private static Score combined(double... scores) {
		Map<Provider, ScoreFacts> byProvider = new TreeMap<>();
		for (double score : scores) {
			Provider free = Arrays.stream(Provider.values())
				.filter((provider) -> !byProvider.containsKey(provider))
				.findFirst()
				.orElseThrow();
			byProvider.put(free, new ScoreFacts(score, 100L, 1000L));
		}
		return ScoreMerge.combine(byProvider, 6.5)
			.map((score) -> new Score(score.mean(), score.median(), score.agm(), 100L, 1000L))
			.orElseThrow();
	}

	@Test
	void drawsFewVotesToTheMeanThatIsGiven() {
		Map<Provider, ScoreFacts> few = Map.of(Provider.KITSU, new ScoreFacts(9.2, 20L, null));
		assertThat(ScoreMerge.combine(few, 6.5).orElseThrow().bayesian()).isCloseTo(6.60, within(0.005));
		assertThat(ScoreMerge.combine(few, 7.25).orElseThrow().bayesian()).isCloseTo(7.325, within(0.001));
	}

	@Test
	void weighsProvidersByTheLogarithmOfTheirVotes() {
		assertThat(ScoreMerge.weighted(Map.of(Provider.MYANIMELIST, new ScoreFacts(8, 999_999L, null), Provider.KITSU,
				new ScoreFacts(6, 999L, null), Provider.ANIDB, new ScoreFacts(1, 3L, null))))
			.hasValueCloseTo(7.3333, within(0.0001));
		assertThat(ScoreMerge.weighted(Map.of(Provider.KITSU, new ScoreFacts(8, null, null)))).isEmpty();
	}

}

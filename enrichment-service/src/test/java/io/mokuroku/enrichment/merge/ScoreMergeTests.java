package io.mokuroku.enrichment.merge;

import java.util.Arrays;
import java.util.List;

import io.mokuroku.catalogue.Score;
import io.mokuroku.upstream.ScoreFacts;
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
		Score score = ScoreMerge.combine(List.of(new ScoreFacts(10, 9L, 50L), new ScoreFacts(6, 10L, 40L)))
			.orElseThrow();
		assertThat(score).isEqualTo(new Score(6, 6, 6, 10L, 40L));
	}

	@Test
	void countsAProviderThatDoesNotSayHowManyVoted() {
		Score score = ScoreMerge.combine(List.of(new ScoreFacts(8, null, null), new ScoreFacts(6, 10L, null)))
			.orElseThrow();
		assertThat(score.mean()).isEqualTo(7);
		assertThat(score.votes()).isEqualTo(10);
		assertThat(score.members()).isNull();
	}

	@Test
	void hasNothingToSayWithoutScores() {
		assertThat(ScoreMerge.combine(List.of())).isEmpty();
		assertThat(ScoreMerge.combine(List.of(new ScoreFacts(9, 3L, null)))).isEmpty();
	}

	private static Score combined(double... scores) {
		return ScoreMerge
			.combine(Arrays.stream(scores).mapToObj((score) -> new ScoreFacts(score, 100L, 1000L)).toList())
			.map((score) -> new Score(score.mean(), score.median(), score.agm(), 100L, 1000L))
			.orElseThrow();
	}

}

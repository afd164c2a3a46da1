package io.mokuroku.local.chaos;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionsTests {

	@Test
	void restWhereWhoWaitsIsAskedAbout() {
		assertThat(new Questions(Set.of("a", "b"), Set.of("a", "b"), 0).atOdds()).isEmpty();
	}

	@Test
	void restWhereTheQuestionThatIsMissingIsDead() {
		assertThat(new Questions(Set.of("a", "b"), Set.of("a"), 1).atOdds()).isEmpty();
	}

	@Test
	void doNotRestWhileAQuestionIsUnderWay() {
		assertThat(new Questions(Set.of("a", "b", "c"), Set.of("a"), 1).atOdds()).hasValueSatisfying(
				(told) -> assertThat(told).contains("asked about [a]", "questions among the dead letters: 1"));
	}

	@Test
	void doNotRestWhileAnAnswerIsUnderWay() {
		assertThat(new Questions(Set.of("a"), Set.of("a", "b"), 1).atOdds()).isPresent();
	}

}

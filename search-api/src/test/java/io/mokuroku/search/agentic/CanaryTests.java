package io.mokuroku.search.agentic;

import java.math.BigDecimal;
import java.util.stream.IntStream;

import io.mokuroku.search.agentic.choice.Canary;
import io.mokuroku.search.agentic.choice.Model;
import io.mokuroku.search.agentic.model.Said;
import org.junit.jupiter.api.Test;

import static io.mokuroku.search.agentic.AgenticFixture.SMALL;
import static io.mokuroku.search.agentic.AgenticFixture.SPACE;
import static io.mokuroku.search.agentic.AgenticFixture.question;
import static org.assertj.core.api.Assertions.assertThat;

final class CanaryTests {

	private static final Model TRIAL = new Model(SMALL, "v2", new BigDecimal("0.15"), new BigDecimal("0.60"));

	@Test
	void theSameQuestionIsAlwaysAskedTheSameWayAndTheShareHolds() {
		AgenticSettings settings = AgenticFixture.settings((change) -> change.canary = new Canary(20, TRIAL));
		long trials = IntStream.range(0, 2_000).filter((number) -> onTrial(settings, "question " + number)).count();
		assertThat(trials).isBetween(330L, 470L);
		assertThat(onTrial(settings, "Question 7")).isEqualTo(onTrial(settings, "question  7"));
		assertThat(IntStream.range(0, 100)
			.anyMatch((number) -> onTrial(AgenticFixture.settings((change) -> change.canary = new Canary(0, TRIAL)),
					"question " + number)))
			.isFalse();
	}

	@Test
	void aTrialHasItsOwnPromptAndTheOthersStandIn() {
		AgenticSettings settings = AgenticFixture.settings((change) -> change.canary = new Canary(100, TRIAL));
		try (AgenticFixture house = AgenticFixture.shared()) {
			house.bedrock.says(SMALL, Said.searches("space"), Said.answers(SPACE.id().toString()),
					new Said.Fails(429, "ThrottlingException"), Said.searches("space"),
					Said.answers(SPACE.id().toString()));
			AnswerQuestion answering = house.answering(settings);
			assertThat(answering.answer(question("hunters"), Progress.NONE).planned().planner())
				.isEqualTo(new AnswerMeta.Planner("bedrock", SMALL, "v2", true, false));
			assertThat(answering.answer(question("hunters"), Progress.NONE).planned().planner())
				.isEqualTo(new AnswerMeta.Planner("bedrock", SMALL, "v1", false, false));
			assertThat(house.bedrock.asked().get(0).body().get("system"))
				.isNotEqualTo(house.bedrock.asked().get(3).body().get("system"));
		}
	}

	private static boolean onTrial(AgenticSettings settings, String text) {
		QuestionKey key = QuestionKey.of(question(text), AgenticFixture.JSON);
		return settings.line().choices(key.place()).getFirst().canary();
	}

}

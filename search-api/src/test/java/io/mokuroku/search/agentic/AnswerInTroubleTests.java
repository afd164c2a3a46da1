package io.mokuroku.search.agentic;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.mokuroku.search.agentic.AgenticFixture.Followed;
import io.mokuroku.search.agentic.model.FakeBedrock;
import io.mokuroku.search.agentic.model.Said;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

import static io.mokuroku.search.agentic.AgenticFixture.LARGE;
import static io.mokuroku.search.agentic.AgenticFixture.SMALL;
import static io.mokuroku.search.agentic.AgenticFixture.SPACE;
import static io.mokuroku.search.agentic.AgenticFixture.question;
import static io.mokuroku.search.agentic.AgenticFixture.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever the models do, there is an answer in time, and it says who made it.
 */
final class AnswerInTroubleTests {

	private static final String ID = SPACE.id().toString();

	private static final AgenticQuestion QUESTION = question("bounty hunters space");

	private AgenticFixture house;

	private FakeBedrock bedrock;

	@BeforeEach
	void open() {
		this.house = AgenticFixture.shared();
		this.bedrock = this.house.bedrock;
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	@ParameterizedTest
	@CsvSource({ "429,ThrottlingException", "400,ServiceQuotaExceededException", "503,ServiceUnavailableException",
			"500,InternalServerException", "403,AccessDeniedException" })
	void theNextModelAnswersWhereTheFirstDoesNot(int status, String type) {
		this.bedrock.says(SMALL, new Said.Fails(status, type));
		this.bedrock.says(LARGE, Said.searches("space"), Said.answers(ID));
		AnswerQuestion.Made made = answering().answer(QUESTION, Progress.NONE);
		assertThat(titles(made)).containsExactly("Hoshi no Kariudo");
		assertThat(made.planned().reason()).isNull();
		assertThat(made.planned().planner().model()).isEqualTo(LARGE);
		assertThat(this.bedrock.asked()).as("nobody tries twice").hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "429,ThrottlingException,THROTTLED", "429,ModelNotReadyException,THROTTLED",
			"503,ServiceUnavailableException,UNAVAILABLE", "500,InternalServerException,UNAVAILABLE",
			"424,ModelErrorException,UNAVAILABLE", "408,ModelTimeoutException,TIMEOUT", "502,Whatever,UNAVAILABLE",
			"400,ValidationException,REFUSED", "403,AccessDeniedException,REFUSED",
			"404,ResourceNotFoundException,REFUSED" })
	void rulesAnswerWhereNoModelDoesAndSayWhy(int status, String type, Degradation reason) {
		for (Progress progress : List.of(Progress.NONE, new Followed())) {
			this.bedrock.says(SMALL, new Said.Fails(status, type));
			this.bedrock.says(LARGE, new Said.Fails(status, type));
			AnswerQuestion.Made made = answering().answer(QUESTION, progress);
			byRules(made, reason);
		}
		assertThat(this.house.meters.get("mokuroku.agentic.cost").counters()).as("what fails costs nothing")
			.allMatch((counter) -> counter.count() == 0);
	}

	@Test
	void nonsenseIsAnsweredByRules() {
		for (Said nonsense : List.of(new Said.Garbage("<html>"), new Said.Garbage("{}"),
				new Said.Garbage("{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[]}}}"), Said.text(""),
				Said.text(" \n"), Said.text("I cannot help."))) {
			this.bedrock.says(SMALL, nonsense);
			this.bedrock.says(LARGE, nonsense);
			AnswerQuestion.Made made = answering().answer(QUESTION, Progress.NONE);
			assertThat(made.planned().reason()).isIn(Degradation.NONSENSE, Degradation.UNAVAILABLE);
			byRules(made, made.planned().reason());
			AnswerQuestion.Made live = answering().answer(QUESTION, new Followed());
			byRules(live, live.planned().reason());
		}
	}

	@ParameterizedTest
	@CsvSource({ "ThrottlingException,THROTTLED", "modelStreamErrorException,UNAVAILABLE",
			"internalServerException,UNAVAILABLE" })
	void aStreamThatBreaksOffIsGivenUp(String type, Degradation reason) {
		String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
		this.bedrock.says(SMALL, Said.searches("space"), new Said.BreaksOff("One show", name));
		this.bedrock.says(LARGE, new Said.BreaksOff("One", name));
		Followed followed = new Followed();
		byRules(answering().answer(QUESTION, followed), reason);
		assertThat(followed.told).containsExactly("plan bedrock", "search search_catalogue", "plan bedrock",
				"plan rules", "search rules");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aModelThatHangsIsLeftBeforeTheDeadline(boolean live) {
		this.bedrock.says(SMALL, new Said.Hangs(Duration.ofSeconds(30)));
		this.bedrock.says(LARGE, new Said.Hangs(Duration.ofSeconds(30)));
		AnswerQuestion answering = this.house.answering(AgenticFixture.settings((change) -> {
			change.deadline = Duration.ofSeconds(1);
			change.patience = Duration.ofMillis(400);
		}));
		long start = System.nanoTime();
		AnswerQuestion.Made made = answering.answer(QUESTION, live ? new Followed() : Progress.NONE);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
		byRules(made, Degradation.TIMEOUT);
		assertThat(this.bedrock.asked()).hasSize(2);
	}

	@Test
	void aModelThatOnlySearchesIsStoppedAfterThreeRounds() {
		this.bedrock.says(SMALL, Said.searches("space"));
		this.bedrock.says(LARGE, Said.uses("answer", "{\"anime\":\"all\"}"));
		byRules(answering().answer(QUESTION, Progress.NONE), Degradation.ROUNDS);
		List<FakeBedrock.Asked> asked = this.bedrock.asked();
		assertThat(asked).hasSize(6);
		assertThat(asked.get(2).tools()).as("the last round is for the answer").containsExactly("answer");
	}

	@Test
	void aModelThatFailsAgainAndAgainIsLeftAlone() {
		AnswerQuestion answering = this.house.answering(AgenticFixture.settings((change) -> change.failures = 2));
		this.bedrock.says(SMALL, new Said.Fails(500, "InternalServerException"));
		this.bedrock.says(LARGE, new Said.Fails(429, "ThrottlingException"));
		for (int i = 0; i < 4; i++) {
			byRules(answering.answer(QUESTION, Progress.NONE),
					(i < 2) ? Degradation.UNAVAILABLE : Degradation.THROTTLED);
		}
		assertThat(this.bedrock.asked()).extracting(FakeBedrock.Asked::model)
			.as("who is only asked too often is asked again")
			.containsExactly(SMALL, LARGE, SMALL, LARGE, LARGE, LARGE);
		assertThat(this.house.meters.get("mokuroku.agentic.breaker").tag("model", SMALL).gauge().value()).isOne();
	}

	@Test
	void noMoreQuestionsThanMayAreWithModels() throws InterruptedException {
		this.bedrock.says(SMALL, new Said.Hangs(Duration.ofSeconds(30)));
		AnswerQuestion answering = this.house.answering(AgenticFixture.settings((change) -> {
			change.concurrency = 1;
			change.patience = Duration.ofSeconds(1);
			change.deadline = Duration.ofMillis(1_500);
		}));
		CountDownLatch done = new CountDownLatch(1);
		Thread.ofVirtual().start(() -> {
			answering.answer(QUESTION, Progress.NONE);
			done.countDown();
		});
		Awaitility.await().until(() -> !this.bedrock.asked().isEmpty());
		byRules(answering.answer(QUESTION, Progress.NONE), Degradation.BUSY);
		assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
		this.bedrock.says(SMALL, Said.searches("space"), Said.answers(ID));
		assertThat(answering.answer(QUESTION, Progress.NONE).planned().reason()).as("the place is free again").isNull();
	}

	@Test
	void nothingIsAskedThatThereIsNoMoneyFor() {
		this.bedrock.says(SMALL, Said.searches("space").costing(1_000_000, 0), Said.answers(ID));
		AnswerQuestion answering = this.house
			.answering(AgenticFixture.settings((change) -> change.ceiling = new BigDecimal("0.15")));
		byRules(answering.answer(QUESTION, Progress.NONE), Degradation.CEILING);
		assertThat(this.bedrock.asked()).as("the first call has used it up").hasSize(1);
		byRules(answering.answer(QUESTION, Progress.NONE), Degradation.CEILING);
		assertThat(this.bedrock.asked()).hasSize(1);
	}

	@Test
	void noModelIsAskedWhereOperatorsDoNotWantIt() {
		AgenticSettings off = AgenticFixture.settings((_) -> {
		});
		byRules(this.house
			.answering(new AgenticSettings(false, "us-west-2", off.models(), null, off.deadline(), off.patience(), 3,
					800, 4, off.ceilingUsd(), 3, 5, off.rest(), off.planKept(), off.refresh()))
			.answer(QUESTION, Progress.NONE), Degradation.OFF);
		assertThat(this.bedrock.asked()).isEmpty();
	}

	@Test
	void aCallIsCancelledWhenNobodyWaitsForItsAnswer() {
		this.bedrock.says(SMALL, Said.searches("space"), new Said.Hangs(Duration.ofMillis(1_500)));
		Progress gone = new Progress() {

			@Override
			public boolean live() {
				return true;
			}

			@Override
			public void waits() {
				throw new Gone(new IOException("Broken pipe"));
			}

		};
		assertThatExceptionOfType(Progress.Gone.class).isThrownBy(() -> answering().answer(QUESTION, gone));
		Awaitility.await().until(() -> this.bedrock.broken().contains(SMALL));
		assertThat(this.bedrock.asked()).extracting(FakeBedrock.Asked::model).containsOnly(SMALL);
	}

	@Test
	void wordsWithoutEndAreCutOff() {
		this.bedrock.says(SMALL, new Said.Chatters("blah ".repeat(2_000)));
		this.bedrock.says(LARGE, Said.searches("space"), Said.answers(ID));
		assertThat(answering().answer(QUESTION, new Followed()).planned().planner().model()).isEqualTo(LARGE);
		Awaitility.await().until(() -> this.bedrock.broken().contains(SMALL));
	}

	private AnswerQuestion answering() {
		return this.house.answering(AgenticFixture.settings((_) -> {
		}));
	}

	private static void byRules(AnswerQuestion.Made made, @Nullable Degradation reason) {
		assertThat(titles(made)).contains("Hoshi no Kariudo").doesNotContain("Hoshi no Himitsu");
		assertThat(made.planned().planner()).isEqualTo(AnswerMeta.Planner.RULES);
		assertThat(made.planned().reason()).isEqualTo(reason);
		assertThat(made.planned().text()).isNull();
	}

}

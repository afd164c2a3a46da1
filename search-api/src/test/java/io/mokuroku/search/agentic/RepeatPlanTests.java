package io.mokuroku.search.agentic;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.Shows;
import io.mokuroku.search.agentic.AgenticFixture.Followed;
import io.mokuroku.search.agentic.model.Said;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static io.mokuroku.search.agentic.AgenticFixture.SMALL;
import static io.mokuroku.search.agentic.AgenticFixture.SPACE;
import static io.mokuroku.search.agentic.AgenticFixture.WALLS;
import static io.mokuroku.search.agentic.AgenticFixture.question;
import static io.mokuroku.search.agentic.AgenticFixture.titles;
import static org.assertj.core.api.Assertions.assertThat;

final class RepeatPlanTests {

	private static LocalRedis redis;

	private static LettuceConnectionFactory connections;

	@TempDir
	private Path folder;

	private AgenticFixture house;

	private SharedState shared;

	private AnswerQuestion answering;

	@BeforeAll
	static void startRedis() {
		redis = LocalRedis.start();
		connections = redis.connect();
	}

	@AfterAll
	static void stopRedis() {
		connections.destroy();
		redis.close();
	}

	@BeforeEach
	void open() {
		LocalRedis.empty(connections);
		this.house = AgenticFixture.in(this.folder);
		this.shared = SharedState.in(connections, InstantSource.system());
		this.answering = this.house.answering(AgenticFixture.settings((_) -> {
		}), this.shared);
		this.house.bedrock.says(SMALL, Said.searches("space"),
				Said.answers(SPACE.id().toString()).after("One show drifts through space."),
				new Said.Fails(500, "InternalServerException"));
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	@Test
	void asksNoModelTheSameTwice() {
		AnswerQuestion.Made first = this.answering.answer(question("Hunters  in\tSpace"), Progress.NONE);
		Followed followed = new Followed();
		AnswerQuestion.Made second = this.answering.answer(question(" hunters in ｓｐａｃｅ "), followed);
		assertThat(this.house.bedrock.asked()).hasSize(2);
		assertThat(second.planned().planner()).isEqualTo(new AnswerMeta.Planner("bedrock", SMALL, "v1", false, true));
		assertThat(second.planned().picks()).extracting(Picked::why)
			.isEqualTo(first.planned().picks().stream().map(Picked::why).toList());
		assertThat(second.planned().text()).isEqualTo("One show drifts through space.");
		assertThat(second.planned().steps()).isEqualTo(first.planned().steps());
		assertThat(second.rounds()).isZero();
		assertThat(second.tokens()).isEqualTo(AnswerMeta.Tokens.NONE);
		assertThat(followed.told).containsExactly("plan bedrock", "search search_catalogue");
	}

	@Test
	void searchesAnewAndSaysNothingThatMayNoLongerBeTrue() {
		this.answering.answer(question("hunters"), Progress.NONE);
		TestIndexes.put(this.house.index,
				Shows.aShow(77, "Uchuu no Tabi", (change) -> change.subjects = Subjects.ofTags(List.of("space"))));
		Planned planned = this.answering.answer(question("hunters"), Progress.NONE).planned();
		assertThat(planned.picks()).extracting((pick) -> pick.hit().anime().titles().main())
			.as("what was chosen, then what is new; what was passed over then stays out")
			.containsExactly("Hoshi no Kariudo", "Uchuu no Tabi");
		assertThat(planned.text()).isNull();
		this.house.index.apply(List.of(new IndexChange.Withdraw(SPACE.id(), 99)));
		assertThat(titles(this.answering.answer(question("hunters"), Progress.NONE))).containsExactly("Uchuu no Tabi");
	}

	@Test
	void answersFromAPlanWhereNoModelCouldBeAsked() {
		this.answering.answer(question("hunters"), Progress.NONE);
		AnswerQuestion broke = this.house
			.answering(AgenticFixture.settings((change) -> change.ceiling = BigDecimal.ZERO), this.shared);
		assertThat(broke.answer(question("hunters"), Progress.NONE).planned().reason()).isNull();
		assertThat(broke.answer(question("walls"), Progress.NONE).planned().reason()).isEqualTo(Degradation.CEILING);
	}

	@Test
	void anotherLimitFilterLanguageModelOrPromptIsAnotherQuestion() {
		this.answering.answer(question("hunters"), Progress.NONE);
		assertThat(
				this.answering.answer(new AgenticQuestion("hunters", 3, null, null), Progress.NONE).planned().reason())
			.isEqualTo(Degradation.UNAVAILABLE);
		assertThat(this.answering.answer(new AgenticQuestion("hunters", null, null, "de"), Progress.NONE)
			.planned()
			.reason()).isEqualTo(Degradation.UNAVAILABLE);
		AnswerQuestion other = this.house.answering(AgenticFixture.settings((change) -> change.models = List
			.of(AgenticFixture.Change.model("qwen.qwen3-next-80b-a3b", "0.15", "1.20"))), this.shared);
		assertThat(other.answer(question("hunters"), Progress.NONE).planned().reason())
			.isEqualTo(Degradation.UNAVAILABLE);
	}

	@Test
	void keepsNoAnswerOfRulesAndNothingThatCanBeReadAsAQuestion() {
		this.house.bedrock.says(SMALL, new Said.Fails(500, "InternalServerException"));
		this.answering.answer(question("walls"), Progress.NONE);
		try (RedisConnection connection = connections.getConnection()) {
			assertThat(connection.keyCommands().keys("*~plan*".getBytes(StandardCharsets.UTF_8))).isEmpty();
			this.house.bedrock.says(SMALL, Said.searches("giants"), Said.answers(WALLS.id().toString()));
			this.answering.answer(question("my secret wish"), Progress.NONE);
			assertThat(connection.keyCommands().keys("*~plan*".getBytes(StandardCharsets.UTF_8))).singleElement()
				.satisfies((key) -> {
					assertThat(new String(key, StandardCharsets.UTF_8)).matches("u1:bedrock:~plan:[0-9a-f]{64}:0");
					assertThat(new String(connection.stringCommands().get(key), StandardCharsets.UTF_8))
						.contains("giants")
						.doesNotContain("secret");
				});
		}
	}

}

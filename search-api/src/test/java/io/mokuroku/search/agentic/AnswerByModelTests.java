package io.mokuroku.search.agentic;

import java.util.List;

import io.mokuroku.search.agentic.AgenticFixture.Followed;
import io.mokuroku.search.agentic.model.FakeBedrock;
import io.mokuroku.search.agentic.model.Said;
import io.mokuroku.search.agentic.tool.Wanted;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.mokuroku.search.agentic.AgenticFixture.SMALL;
import static io.mokuroku.search.agentic.AgenticFixture.SPACE;
import static io.mokuroku.search.agentic.AgenticFixture.WALLS;
import static io.mokuroku.search.agentic.AgenticFixture.question;
import static io.mokuroku.search.agentic.AgenticFixture.titles;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers of a model that does what it is asked, more or less.
 */
final class AnswerByModelTests {

	private static final String ID = SPACE.id().toString();

	private AgenticFixture house;

	private FakeBedrock bedrock;

	private AnswerQuestion answering;

	@BeforeEach
	void open() {
		this.house = AgenticFixture.shared();
		this.bedrock = this.house.bedrock;
		this.answering = this.house.answering(AgenticFixture.settings((_) -> {
		}));
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	@Test
	void searchesAndAnswersWithWhatWasFound() {
		this.bedrock.says(SMALL, Said.searches("bounty hunters in space").costing(1_000, 50),
				Said.answers(ID).after("One show drifts through space.").costing(2_000, 80));
		AnswerQuestion.Made made = this.answering.answer(question("hunters in space"), Progress.NONE);
		Planned planned = made.planned();
		assertThat(titles(made)).containsExactly("Hoshi no Kariudo");
		assertThat(planned.picks().getFirst().why()).isEqualTo("It fits " + ID.substring(0, 4));
		assertThat(planned.text()).isEqualTo("One show drifts through space.");
		assertThat(planned.reason()).isNull();
		assertThat(planned.planner()).isEqualTo(new AnswerMeta.Planner("bedrock", SMALL, "v1", false, false));
		assertThat(made.rounds()).isEqualTo(2);
		assertThat(made.tokens()).isEqualTo(new AnswerMeta.Tokens(3_000, 130));
		assertThat(planned.steps()).singleElement()
			.satisfies((step) -> assertThat(step.arguments().toString())
				.isEqualTo("{\"text\":\"bounty hunters in space\"}"));
		assertThat(this.house.meters.get("mokuroku.agentic.cost").tag("model", SMALL).counter().count())
			.isEqualTo(3_000 * 0.15e-6 + 130 * 0.60e-6, Offset.offset(1e-9));
		assertThat(this.house.meters.get("mokuroku.agentic.tokens").tag("direction", "input").counter().count())
			.isEqualTo(3_000);
	}

	@Test
	void asksAsTheWireWantsIt() {
		this.bedrock.says(SMALL, Said.searches("space").after(""), Said.answers(ID));
		this.answering.answer(new AgenticQuestion("hunters", 3, null, "de"), Progress.NONE);
		List<FakeBedrock.Asked> asked = this.bedrock.asked();
		assertThat(asked).hasSize(2).noneMatch(FakeBedrock.Asked::streams);
		assertThat(asked.getFirst().question()).isEqualTo("{\"query\":\"hunters\",\"limit\":3,\"locale\":\"de\"}");
		assertThat(asked.getFirst().tools()).containsExactly("search_catalogue", "get_anime", "answer");
		assertThat(asked.getFirst().body().get("system").get(0).get("text").asString()).contains("It is data",
				"search_catalogue");
		JsonNode given = asked.get(1).results().getFirst().get("content").get(0).get("json").get("anime").get(0);
		assertThat(given.get("id").asString()).isEqualTo(ID);
		assertThat(given.get("summary").asString()).isEqualTo("Bounty hunters drift through space.");
	}

	@Test
	void looksAtWhatWasFoundAndAtNothingElse() {
		this.bedrock.says(SMALL, Said.searches("bounty hunters").and("get_anime", "{\"id\":\"%s\"}".formatted(ID)),
				Said.answers(ID));
		assertThat(titles(this.answering.answer(question("hunters"), Progress.NONE)))
			.containsExactly("Hoshi no Kariudo");
		List<JsonNode> results = this.bedrock.asked().get(1).results();
		assertThat(results.get(1).get("content").get(0).get("json").get("studios").isArray()).isTrue();
		this.bedrock.says(SMALL, Said.uses("get_anime", "{\"id\":\"%s\"}".formatted(ID)), Said.searches("walls"),
				Said.answers(WALLS.id().toString()));
		this.answering.answer(question("other hunters"), Progress.NONE);
		assertThat(this.bedrock.asked().get(3).results().getFirst().get("status").asString()).isEqualTo("error");
	}

	@Test
	void readsIdsInWordsWhereTheModelForgetsTheTool() {
		this.bedrock.says(SMALL, Said.searches("space"),
				Said.text("Watch Hoshi no Kariudo (%s), it drifts.".formatted(ID)));
		Planned planned = this.answering.answer(question("hunters"), Progress.NONE).planned();
		assertThat(planned.picks()).hasSize(1);
		assertThat(planned.text()).isEqualTo("Watch Hoshi no Kariudo , it drifts.");
	}

	@Test
	void keepsToTheFiltersOfTheClientWhateverTheModelSearches() {
		this.bedrock.says(SMALL,
				Said.uses("search_catalogue", "{\"text\":\"space\",\"filters\":{\"years\":{\"from\":1900}}}"),
				Said.answers(ID));
		AgenticQuestion question = new AgenticQuestion("space", null,
				new Wanted(null, null, null, new Wanted.Range(2020.0, null), null, null, null, null, null, null), null);
		AnswerQuestion.Made made = this.answering.answer(question, Progress.NONE);
		assertThat(made.planned().reason()).isEqualTo(Degradation.NONSENSE);
		assertThat(made.planned().picks()).isEmpty();
	}

	@Test
	void takesWordsTheCatalogueHasNoFilterForAsText() {
		this.bedrock.says(SMALL,
				Said.uses("search_catalogue", "{\"filters\":{\"subjects\":[\"Bounty-Hunters\",\"drift\"]}}"),
				Said.answers(ID));
		assertThat(titles(this.answering.answer(question("hunters"), Progress.NONE)))
			.containsExactly("Hoshi no Kariudo");
		assertThat(this.bedrock.asked().get(1).results().getFirst().toString())
			.contains("\"words_without_filter\":[\"drift\"]");
	}

	@Test
	void tellsWhatItDoesWhileItDoesIt() {
		this.bedrock.says(SMALL, Said.searches("space").after("Let me think."), Said.answers(ID)
			.after("<think>The reader wants space.</think>\n\nOne show drifts\u202e through space."));
		Followed followed = new Followed();
		AnswerQuestion.Made made = this.answering.answer(question("hunters"), followed);
		assertThat(followed.told).containsExactly("plan bedrock", "search search_catalogue", "text");
		assertThat(followed.text.toString()).isEqualTo(made.planned().text())
			.isEqualTo("One show drifts through space.");
		assertThat(this.bedrock.asked()).allMatch(FakeBedrock.Asked::streams);
		assertThat(made.tokens()).isEqualTo(new AnswerMeta.Tokens(200, 20));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void givesAnEmptyAnswerWhereTheModelFindsThatNothingFits(boolean live) {
		this.bedrock.says(SMALL, Said.searches("space"),
				Said.uses("answer", "{\"anime\":[]}").after("Buy my book instead!"));
		Followed followed = new Followed();
		Planned planned = this.answering.answer(question("hunters"), live ? followed : Progress.NONE).planned();
		assertThat(planned.reason()).isNull();
		assertThat(planned.picks()).isEmpty();
		assertThat(planned.text()).isNull();
	}

}

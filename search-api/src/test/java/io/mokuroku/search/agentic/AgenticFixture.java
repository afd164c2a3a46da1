package io.mokuroku.search.agentic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.Shows;
import io.mokuroku.search.agentic.choice.Canary;
import io.mokuroku.search.agentic.choice.Model;
import io.mokuroku.search.agentic.choice.ModelLines;
import io.mokuroku.search.agentic.choice.Prompts;
import io.mokuroku.search.agentic.model.FakeBedrock;
import io.mokuroku.search.agentic.plan.PlanCache;
import io.mokuroku.search.agentic.spend.MonthlySpend;
import io.mokuroku.search.agentic.tool.CatalogueTools;
import io.mokuroku.search.agentic.tool.Step;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.AskCatalogue;
import io.mokuroku.search.query.TestCatalogues;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.shared.SharedState;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small catalogue, two models on a fake Bedrock and everything between them.
 */
final class AgenticFixture implements AutoCloseable {

	static final String SMALL = "qwen.qwen3-32b-v1:0";

	static final String LARGE = "qwen.qwen3-235b-a22b-2507-v1:0";

	static final IndexedAnime SPACE = Shows.aShow(1, "Hoshi no Kariudo", (change) -> {
		change.synopsis = "Bounty hunters drift through space.";
		change.subjects = Subjects.ofTags(List.of("space", "bounty hunters"));
	});

	static final IndexedAnime WALLS = Shows.aShow(2, "Kabe no Kuni",
			(change) -> change.synopsis = "People hide behind walls from giants in space suits.");

	static final IndexedAnime ADULT = Shows.aShow(3, "Hoshi no Himitsu", (change) -> {
		change.adult = true;
		change.synopsis = "Bounty hunters drift through space.";
	});

	static final JsonMapper JSON = new JsonMapper();

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	final FakeBedrock bedrock = FakeBedrock.afresh();

	final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	final AnimeIndex index;

	private AgenticFixture(AnimeIndex index) {
		this.index = index;
	}

	/** One whose catalogue nobody changes. */
	static AgenticFixture shared() {
		return new AgenticFixture(Shared.INDEX);
	}

	/** One with a catalogue of its own. */
	static AgenticFixture in(Path folder) {
		return new AgenticFixture(open(folder));
	}

	private static AnimeIndex open(Path folder) {
		AnimeIndex index = TestIndexes.open(folder);
		TestIndexes.put(index, SPACE, WALLS, ADULT);
		return index;
	}

	/** The settings of the service, with models enabled and a short deadline. */
	static AgenticSettings settings(Changes changes) {
		Change change = new Change();
		changes.apply(change);
		return new AgenticSettings(true, "us-west-2", change.models, change.canary, change.deadline, change.patience, 3,
				800, change.concurrency, change.ceiling, 3, change.failures, Duration.ofMinutes(1), Duration.ofHours(1),
				Duration.ofMinutes(1));
	}

	AnswerQuestion answering(AgenticSettings settings) {
		return answering(settings, SharedState.none());
	}

	AnswerQuestion answering(AgenticSettings settings, SharedState shared) {
		InstantSource clock = InstantSource.system();
		AskCatalogue catalogue = TestCatalogues.byWords(this.index);
		ModelLines lines = ModelLines.stored(LocalEngines.start().dynamo(), JSON, VALIDATOR, settings.line(),
				settings.refresh(), clock);
		AgenticMeters counted = new AgenticMeters(this.meters);
		CatalogueTools tools = new CatalogueTools(catalogue, VALIDATOR);
		CallModel call = new CallModel(this.bedrock.client(),
				new MonthlySpend(shared, settings.ceilingUsd(), settings.instances(), clock), settings, counted,
				ObservationRegistry.NOOP, clock, JSON);
		return new AnswerQuestion(lines, new Prompts(), new PlanByModel(call, tools, settings, JSON),
				new RepeatPlan(new PlanCache(shared, settings.planKept(), JSON), tools), new PlanByRules(catalogue),
				AgenticConfiguration.places(settings), settings.deadline(), counted, clock, JSON);
	}

	static AgenticQuestion question(String text) {
		return new AgenticQuestion(text, null, null, null);
	}

	static List<String> titles(AnswerQuestion.Made made) {
		return made.planned().picks().stream().map((pick) -> pick.hit().anime().titles().main()).toList();
	}

	@Override
	public void close() {
		FakeBedrock.afresh();
		if (!this.index.equals(Shared.INDEX)) {
			TestIndexes.close(this.index);
		}
	}

	private static final class Shared {

		private static final AnimeIndex INDEX = open(folder());

		private static Path folder() {
			try {
				return Files.createTempDirectory(Path.of("target"), "agentic");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	@FunctionalInterface
	interface Changes {

		void apply(Change change);

	}

	/** What is different about settings. */
	static final class Change {

		List<Model> models = List.of(model(SMALL, "0.15", "0.60"), model(LARGE, "0.34", "1.37"));

		@Nullable Canary canary;

		Duration deadline = Duration.ofSeconds(10);

		Duration patience = Duration.ofSeconds(4);

		int concurrency = 4;

		BigDecimal ceiling = BigDecimal.TEN;

		int failures = 5;

		static Model model(String id, String in, String out) {
			return new Model(id, "v1", new BigDecimal(in), new BigDecimal(out));
		}

	}

	/** Follows an answer and keeps what it was told. */
	static final class Followed implements Progress {

		final List<String> told = new ArrayList<>();

		final StringBuilder text = new StringBuilder();

		@Override
		public boolean live() {
			return true;
		}

		@Override
		public void plans(AnswerMeta.Planner planner) {
			this.told.add("plan " + planner.kind());
		}

		@Override
		public void searched(Step step) {
			this.told.add("search " + step.tool());
		}

		@Override
		public void says(String words) {
			if (this.text.isEmpty()) {
				this.told.add("text");
			}
			this.text.append(words);
		}

	}

}

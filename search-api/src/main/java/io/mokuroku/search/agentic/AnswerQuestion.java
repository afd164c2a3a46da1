package io.mokuroku.search.agentic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.agentic.CallModel.Unanswered;
import io.mokuroku.search.agentic.choice.ModelLine;
import io.mokuroku.search.agentic.choice.ModelLines;
import io.mokuroku.search.agentic.choice.Prompts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a question by the first model that can within the deadline, and by rules where
 * none can. A plan that was made before needs no model.
 */
final class AnswerQuestion {

	private static final Logger logger = LoggerFactory.getLogger(AnswerQuestion.class);

	private final ModelLines lines;

	private final Prompts prompts;

	private final PlanByModel models;

	private final RepeatPlan plans;

	private final PlanByRules rules;

	private final Bulkhead places;

	private final Duration time;

	private final AgenticMeters meters;

	private final InstantSource clock;

	private final JsonMapper json;

	AnswerQuestion(ModelLines lines, Prompts prompts, PlanByModel models, RepeatPlan plans, PlanByRules rules,
			Bulkhead places, Duration time, AgenticMeters meters, InstantSource clock, JsonMapper json) {
		this.lines = lines;
		this.prompts = prompts;
		this.models = models;
		this.plans = plans;
		this.rules = rules;
		this.places = places;
		this.time = time;
		this.meters = meters;
		this.clock = clock;
		this.json = json;
	}

	/**
	 * Answers within the deadline.
	 * @throws Progress.Gone if nobody waits for it any more
	 * @throws RetryableFailure if the catalogue cannot be searched
	 */
	Made answer(AgenticQuestion question, Progress progress) {
		Instant start = this.clock.instant();
		Effort effort = new Effort(Deadline.after(this.time, this.clock));
		Planned planned = planned(question, effort, progress);
		this.meters.answered(planned.planner(), planned.reason(), effort.rounds(),
				Duration.between(start, this.clock.instant()));
		return new Made(planned, effort.rounds(), effort.tokens());
	}

	private Planned planned(AgenticQuestion question, Effort effort, Progress progress) {
		ModelLine line = this.lines.current();
		if (!line.enabled()) {
			return this.rules.plan(question, Degradation.OFF, progress);
		}
		QuestionKey key = QuestionKey.of(question, this.json);
		Degradation reason = Degradation.RESTING;
		for (ModelLine.Choice choice : line.choices(key.place())) {
			Optional<Planned> before = this.plans.find(question, key, choice, progress);
			if (before.isPresent()) {
				return before.get();
			}
			try {
				return byModel(question, key, choice, effort, progress);
			}
			catch (Unanswered ex) {
				reason = (reason == Degradation.RESTING) ? ex.reason() : reason;
			}
		}
		return this.rules.plan(question, reason, progress);
	}

	private Planned byModel(AgenticQuestion question, QuestionKey key, ModelLine.Choice choice, Effort effort,
			Progress progress) throws Unanswered {
		String prompt = this.prompts.find(choice.model().prompt())
			.orElseThrow(() -> new Unanswered(Degradation.REFUSED));
		if (!this.places.tryAcquirePermission()) {
			throw new Unanswered(Degradation.BUSY);
		}
		try {
			progress.plans(PlanByModel.planner(choice, false));
			Planned planned = this.models.plan(question, choice, prompt, effort, progress);
			this.meters.dropped(choice.model(), planned.dropped());
			this.plans.keep(key, choice, planned);
			return planned;
		}
		catch (Progress.Gone | RetryableFailure ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.error("agentic model={} trouble=unexpected", choice.model().id(), ex);
			throw new Unanswered(Degradation.UNAVAILABLE);
		}
		finally {
			this.places.onComplete();
		}
	}

	/**
	 * An answer and what it took.
	 *
	 * @param planned the answer
	 * @param rounds how often a model has replied
	 * @param tokens what the models read and wrote
	 */
	record Made(Planned planned, int rounds, AnswerMeta.Tokens tokens) {
	}

}

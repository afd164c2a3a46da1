package io.mokuroku.search.agentic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.search.agentic.choice.ModelLine;
import io.mokuroku.search.agentic.plan.KeptPlan;
import io.mokuroku.search.agentic.plan.PlanCache;
import io.mokuroku.search.agentic.tool.CatalogueTools;
import io.mokuroku.search.agentic.tool.Seen;

/**
 * Answers a question that was answered before by searching again as the model did then.
 * What it chose and is still found comes first; then comes what was not there when it
 * chose. If anything has changed, nothing is said that may no longer be true.
 */
final class RepeatPlan {

	private final PlanCache plans;

	private final CatalogueTools tools;

	RepeatPlan(PlanCache plans, CatalogueTools tools) {
		this.plans = plans;
		this.tools = tools;
	}

	Optional<Planned> find(AgenticQuestion question, QuestionKey key, ModelLine.Choice choice, Progress progress) {
		return this.plans.find(key.to(choice.model())).map((kept) -> {
			progress.plans(PlanByModel.planner(choice, true));
			return repeated(question, kept, choice, progress);
		});
	}

	/** An answer that names nothing may be better the next time. */
	void keep(QuestionKey key, ModelLine.Choice choice, Planned planned) {
		if (!planned.picks().isEmpty()) {
			this.plans.keep(key.to(choice.model()),
					new KeptPlan(planned.steps(),
							planned.picks()
								.stream()
								.map((pick) -> new KeptPlan.Pick(pick.hit().anime().id().toString(), pick.why()))
								.toList(),
							planned.found(), planned.text()));
		}
	}

	private Planned repeated(AgenticQuestion question, KeptPlan kept, ModelLine.Choice choice, Progress progress) {
		Seen seen = new Seen(progress::searched);
		kept.steps().forEach((step) -> this.tools.repeat(step, question.filter(), seen));
		List<Picked> picks = new ArrayList<>();
		kept.picks().forEach((pick) -> seen.find(pick.id()).ifPresent((hit) -> picks.add(new Picked(hit, pick.why()))));
		Set<String> then = new HashSet<>(kept.found());
		boolean changed = picks.size() < kept.picks().size();
		for (String id : seen.ids()) {
			if (!then.contains(id)) {
				changed = true;
				seen.find(id).ifPresent((hit) -> picks.add(new Picked(hit, null)));
			}
		}
		return new Planned(PlanByModel.planner(choice, true), null, picks.stream().limit(question.most()).toList(),
				seen.steps(), seen.ids(), changed ? null : kept.text(), 0, seen.wordsOnly());
	}

}

package io.mokuroku.search.agentic;

import java.util.List;
import java.util.Locale;

import io.mokuroku.search.agentic.tool.Step;
import io.mokuroku.search.query.AskCatalogue;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a question as {@code /v1/search} would, and tells what it took it for.
 */
final class PlanByRules {

	private final AskCatalogue catalogue;

	PlanByRules(AskCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	Planned plan(AgenticQuestion question, Degradation reason, Progress progress) {
		progress.plans(AnswerMeta.Planner.RULES);
		AskCatalogue.Found found = this.catalogue.ask(question.query(), question.filter(), question.most());
		Step step = new Step("rules", understood(found), found.hits().size());
		progress.searched(step);
		return new Planned(AnswerMeta.Planner.RULES, reason,
				found.hits().stream().map((hit) -> new Picked(hit, null)).toList(), List.of(step), List.of(), null, 0,
				found.wordsOnly());
	}

	private static ObjectNode understood(AskCatalogue.Found found) {
		ObjectNode arguments = JsonNodeFactory.instance.objectNode();
		found.understood()
			.forEach((part) -> arguments.withArrayProperty(part.kind().toLowerCase(Locale.ROOT)).add(part.value()));
		return arguments;
	}

}

package io.mokuroku.search.agentic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.mokuroku.search.agentic.CallModel.Unanswered;
import io.mokuroku.search.agentic.choice.Model;
import io.mokuroku.search.agentic.choice.ModelLine;
import io.mokuroku.search.agentic.model.Converse;
import io.mokuroku.search.agentic.model.Message;
import io.mokuroku.search.agentic.model.Reply;
import io.mokuroku.search.agentic.model.ToolResult;
import io.mokuroku.search.agentic.model.ToolUse;
import io.mokuroku.search.agentic.tool.AnswerArguments;
import io.mokuroku.search.agentic.tool.CatalogueTools;
import io.mokuroku.search.agentic.tool.Seen;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets one model search for an answer. The question is data to it, one JSON document; and
 * whatever it makes of it, all it can do is search, and all it can name is what was
 * found.
 */
final class PlanByModel {

	/** More at once are not done. */
	private static final int MOST_USES = 5;

	private static final Duration TOO_SHORT = Duration.ofMillis(50);

	private static final Pattern ID = Pattern
		.compile("[\\[(`]?\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b[])`]?");

	private final CallModel models;

	private final CatalogueTools tools;

	private final AgenticSettings settings;

	private final JsonMapper json;

	PlanByModel(CallModel models, CatalogueTools tools, AgenticSettings settings, JsonMapper json) {
		this.models = models;
		this.tools = tools;
		this.settings = settings;
		this.json = json;
	}

	/**
	 * Lets a model answer.
	 * @param system what it is told to do
	 * @throws Unanswered if it does not
	 */
	Planned plan(AgenticQuestion question, ModelLine.Choice choice, String system, Effort effort, Progress progress)
			throws Unanswered {
		Seen seen = new Seen(progress::searched);
		List<Message> messages = new ArrayList<>(List.of(new Message.Asked(asked(question))));
		for (int round = 1;; round++) {
			boolean last = round == this.settings.rounds();
			Reply reply = call(choice.model(), new Converse.Request(choice.model().id(), system, messages,
					this.tools.offered(last), this.settings.maxTokens()), effort, listener(progress));
			Planned answer = answer(question, choice, reply, seen);
			if (answer != null) {
				if (answer.text() != null) {
					progress.says(answer.text());
				}
				return answer;
			}
			if (last) {
				throw new Unanswered(Degradation.ROUNDS);
			}
			messages.add(new Message.Replied(reply));
			messages.add(new Message.Given(results(question, reply, seen)));
		}
	}

	private Reply call(Model model, Converse.Request request, Effort effort, Converse.Listener listener)
			throws Unanswered {
		Duration left = effort.deadline().left();
		if (left.compareTo(TOO_SHORT) < 0) {
			throw new Unanswered(Degradation.TIMEOUT);
		}
		Duration patience = this.settings.patience();
		Reply reply = this.models.call(model, request, (left.compareTo(patience) < 0) ? left : patience, listener);
		effort.count(reply);
		return reply;
	}

	/** The answer in a reply, if it has one. */
	private @Nullable Planned answer(AgenticQuestion question, ModelLine.Choice choice, Reply reply, Seen seen)
			throws Unanswered {
		Optional<ToolUse> use = reply.uses()
			.stream()
			.filter((each) -> each.tool().equals(CatalogueTools.ANSWER))
			.findFirst();
		if (use.isPresent()) {
			Optional<AnswerArguments> named = this.tools.findAnswer(use.get());
			if (named.isEmpty()) {
				return null;
			}
			Map<String, Optional<String>> reasons = new LinkedHashMap<>();
			named.get()
				.anime()
				.forEach((item) -> reasons.putIfAbsent(item.id(), PlainWords.of(item.why(), PlainWords.WHY)));
			Optional<String> said = PlainWords.of(reply.text(), PlainWords.TEXT);
			if (said.isEmpty()) {
				said = PlainWords.of(named.get().text(), PlainWords.TEXT);
			}
			boolean nothingFits = named.get().anime().isEmpty() && !seen.steps().isEmpty();
			return nothingFits ? planned(choice, List.of(), null, 0, seen)
					: planned(question, choice, reasons, said.orElse(null), seen);
		}
		if (!reply.uses().isEmpty()) {
			return null;
		}
		Map<String, Optional<String>> named = new LinkedHashMap<>();
		ID.matcher(reply.text())
			.results()
			.forEach((found) -> named.putIfAbsent(found.group().replaceAll("[^0-9a-fA-F-]", ""), Optional.empty()));
		String text = ID.matcher(reply.text()).replaceAll("").replaceAll(" {2,}", " ");
		return planned(question, choice, named, PlainWords.of(text, PlainWords.TEXT).orElse(null), seen);
	}

	/**
	 * What is left of an answer without what no search has found. A text without any
	 * anime is no answer: nobody shall have a model talk of something else.
	 */
	private static Planned planned(AgenticQuestion question, ModelLine.Choice choice,
			Map<String, Optional<String>> named, @Nullable String text, Seen seen) throws Unanswered {
		List<Picked> picks = new ArrayList<>();
		named.forEach((id, why) -> seen.find(id).ifPresent((hit) -> picks.add(new Picked(hit, why.orElse(null)))));
		if (picks.isEmpty()) {
			throw new Unanswered(Degradation.NONSENSE);
		}
		return planned(choice, picks.stream().limit(question.most()).toList(), text, named.size() - picks.size(), seen);
	}

	private static Planned planned(ModelLine.Choice choice, List<Picked> picks, @Nullable String text, int dropped,
			Seen seen) {
		return new Planned(planner(choice, false), null, picks, seen.steps(), seen.ids(), text, dropped,
				seen.wordsOnly());
	}

	private List<ToolResult> results(AgenticQuestion question, Reply reply, Seen seen) {
		List<ToolResult> results = new ArrayList<>();
		for (ToolUse use : reply.uses()) {
			if (use.tool().equals(CatalogueTools.ANSWER) || results.size() >= MOST_USES) {
				ObjectNode error = JsonNodeFactory.instance.objectNode();
				results.add(new ToolResult(use.id(), error.put("error", "this cannot be used"), true));
			}
			else {
				results.add(this.tools.use(use, question.filter(), seen));
			}
		}
		return results;
	}

	/** The question as data. */
	private String asked(AgenticQuestion question) {
		ObjectNode document = JsonNodeFactory.instance.objectNode();
		document.put("query", question.query().strip());
		document.put("limit", question.most());
		document.put("locale", (question.locale() != null) ? question.locale() : "en");
		return this.json.writeValueAsString(document);
	}

	static AnswerMeta.Planner planner(ModelLine.Choice choice, boolean cached) {
		return new AnswerMeta.Planner("bedrock", choice.model().id(), choice.model().prompt(), choice.canary(), cached);
	}

	private static Converse.Listener listener(Progress progress) {
		return new Converse.Listener() {

			@Override
			public boolean live() {
				return progress.live();
			}

			@Override
			public void waits() {
				progress.waits();
			}

		};
	}

}

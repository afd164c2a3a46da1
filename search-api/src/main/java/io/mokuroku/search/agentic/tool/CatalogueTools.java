package io.mokuroku.search.agentic.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.mokuroku.search.agentic.model.Tool;
import io.mokuroku.search.agentic.model.ToolResult;
import io.mokuroku.search.agentic.model.ToolUse;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.query.AskCatalogue;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools of a model. Whatever a model writes, nothing else than these can happen: a
 * search of what may be shown, within the filters of the client; a look at what a search
 * has found; an answer.
 */
public final class CatalogueTools {

	/** The name of the tool that ends the work. */
	public static final String ANSWER = "answer";

	private static final String SEARCH = "search_catalogue";

	private static final String LOOK = "get_anime";

	private static final int HITS = 10;

	private final AskCatalogue catalogue;

	private final KnownWords words;

	private final Arguments arguments;

	private final List<Tool> tools;

	/**
	 * Tools on a catalogue.
	 * @param catalogue what is searched
	 * @param validator checks what models write
	 */
	public CatalogueTools(AskCatalogue catalogue, Validator validator) {
		this.catalogue = catalogue;
		this.words = new KnownWords(catalogue::vocabulary);
		this.arguments = new Arguments(validator);
		this.tools = definitions();
	}

	/**
	 * What a model may use.
	 * @param last whether it has to answer now
	 */
	public List<Tool> offered(boolean last) {
		return last ? this.tools.stream().filter((tool) -> tool.name().equals(ANSWER)).toList() : this.tools;
	}

	/**
	 * Does what a model wants.
	 * @param filter what the client wants every anime to be
	 * @param seen what was found so far; takes what is found
	 */
	public ToolResult use(ToolUse use, AnimeFilter filter, Seen seen) {
		try {
			return switch (use.tool()) {
				case SEARCH -> new ToolResult(use.id(), search(use, filter, seen), false);
				case LOOK -> new ToolResult(use.id(), look(use, seen), false);
				default -> throw new Arguments.Wrong("there is no such tool");
			};
		}
		catch (Arguments.Wrong ex) {
			ObjectNode error = JsonNodeFactory.instance.objectNode();
			return new ToolResult(use.id(), error.put("error", ex.getMessage()), true);
		}
	}

	/** Searches again as somebody searched before; what cannot be read is left out. */
	public void repeat(Step step, AnimeFilter filter, Seen seen) {
		use(new ToolUse("again", step.tool(), step.arguments()), filter, seen);
	}

	/** What a model answers, if that can be read. */
	public Optional<AnswerArguments> findAnswer(ToolUse use) {
		try {
			return Optional.of(this.arguments.read(use.arguments(), AnswerArguments.class));
		}
		catch (Arguments.Wrong ex) {
			return Optional.empty();
		}
	}

	private ObjectNode search(ToolUse use, AnimeFilter filter, Seen seen) throws Arguments.Wrong {
		SearchArguments asked = this.arguments.read(use.arguments(), SearchArguments.class);
		List<String> unknown = new ArrayList<>();
		List<String> ignored = new ArrayList<>();
		Wanted wanted = this.words.known(asked.wanted(), unknown, ignored);
		if (asked.words().isEmpty() && asked.wanted().equals(Wanted.ANYTHING)) {
			throw new Arguments.Wrong("give a text or filters");
		}
		String text = Stream.concat(Stream.of(asked.words()), unknown.stream())
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(" "));
		AskCatalogue.Found found = this.catalogue.ask(
				(text.length() > AskCatalogue.LONGEST) ? text.substring(0, AskCatalogue.LONGEST) : text,
				filter.and(wanted.filter()), (asked.limit() != null) ? asked.limit() : HITS);
		seen.add(found, new Step(SEARCH, this.arguments.tree(asked), found.hits().size()));
		return Shown.found(found.hits(), Stream.concat(unknown.stream(), ignored.stream()).toList());
	}

	private ObjectNode look(ToolUse use, Seen seen) throws Arguments.Wrong {
		LookArguments asked = this.arguments.read(use.arguments(), LookArguments.class);
		return seen.find(asked.id())
			.map((hit) -> Shown.whole(hit.anime()))
			.orElseThrow(() -> new Arguments.Wrong("no search has given this id"));
	}

	private static List<Tool> definitions() {
		try (InputStream file = Objects.requireNonNull(CatalogueTools.class.getResourceAsStream("tools.json"))) {
			return new JsonMapper().readTree(file).valueStream().map(CatalogueTools::definition).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Tool definition(JsonNode json) {
		return new Tool(json.get("name").asString(), json.get("description").asString(), json.get("schema"));
	}

	/**
	 * What a model looks at.
	 *
	 * @param id as a search gave it
	 */
	record LookArguments(@NotNull String id) {
	}

}

package io.mokuroku.search.agentic.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.mokuroku.search.query.AskCatalogue;
import io.mokuroku.search.query.SearchHit;

/**
 * What the searches of one answer have found: all that the answer may name.
 */
public final class Seen {

	private final Map<String, SearchHit> hits = new LinkedHashMap<>();

	private final List<Step> steps = new ArrayList<>();

	private final Consumer<Step> listener;

	private boolean wordsOnly;

	/**
	 * Nothing yet.
	 * @param listener is told of every search
	 */
	public Seen(Consumer<Step> listener) {
		this.listener = listener;
	}

	void add(AskCatalogue.Found found, Step step) {
		found.hits().forEach((hit) -> this.hits.putIfAbsent(hit.anime().id().toString(), hit));
		this.steps.add(step);
		this.wordsOnly |= found.wordsOnly();
		this.listener.accept(step);
	}

	/** What was found under an id, however it is written. */
	public Optional<SearchHit> find(String id) {
		return Optional.ofNullable(this.hits.get(id.strip().toLowerCase(Locale.ROOT)));
	}

	/** The ids of what was found, in the order in which it was. */
	public List<String> ids() {
		return List.copyOf(this.hits.keySet());
	}

	/** What was searched. */
	public List<Step> steps() {
		return List.copyOf(this.steps);
	}

	/** Whether meaning could not be considered. */
	public boolean wordsOnly() {
		return this.wordsOnly;
	}

}

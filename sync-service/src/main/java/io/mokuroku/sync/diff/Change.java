package io.mokuroku.sync.diff;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeId;

/**
 * What is applied together or not at all.
 *
 * @param counts what it changes and how often; the first kind names it
 * @param steps what it means, at most one step an entry
 * @param notes what is odd about it
 */
public record Change(Map<Kind, Integer> counts, List<Step> steps, List<String> notes) {

	public Change {
		if (counts.isEmpty() || steps.isEmpty()) {
			throw new IllegalArgumentException("A change changes something");
		}
		counts = Collections.unmodifiableMap(new TreeMap<>(counts));
		steps = List.copyOf(steps);
		notes = List.copyOf(notes);
		if (steps.stream().map(Step::animeId).distinct().count() < steps.size()) {
			throw new IllegalArgumentException("A change has one step for an entry");
		}
	}

	/** What it is called. */
	public Kind kind() {
		return this.counts.keySet().iterator().next();
	}

	/** The entries it touches. */
	public Set<AnimeId> entries() {
		return this.steps.stream().map(Step::animeId).collect(Collectors.toSet());
	}

}

package io.mokuroku.sync.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.sync.diff.Kind;

/**
 * What a run is going to change, in numbers; the changes themselves lie in parts beside
 * it.
 *
 * @param parts how many changes each part has, in their order
 * @param counts what is changed, and how often
 * @param requests how many entries are sent to enrichment afterwards
 */
public record Plan(List<Integer> parts, Map<Kind, Integer> counts, int requests) {

	/** Nothing to change. */
	static final Plan NOTHING = new Plan(List.of(), Map.of(), 0);

	public Plan {
		parts = List.copyOf(parts);
		Map<Kind, Integer> ordered = new EnumMap<>(Kind.class);
		ordered.putAll(counts);
		counts = Collections.unmodifiableMap(ordered);
	}

	/** How many changes there are. */
	int changes() {
		return this.parts.stream().mapToInt(Integer::intValue).sum();
	}

	/** This plan and what was found to be left of it. */
	Plan followedBy(Plan rest) {
		List<Integer> all = new ArrayList<>(this.parts);
		all.addAll(rest.parts);
		Map<Kind, Integer> sums = new EnumMap<>(Kind.class);
		sums.putAll(this.counts);
		rest.counts.forEach((kind, count) -> sums.merge(kind, count, Integer::sum));
		return new Plan(all, sums, rest.requests);
	}

}

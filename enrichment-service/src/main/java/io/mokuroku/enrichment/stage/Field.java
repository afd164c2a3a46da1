package io.mokuroku.enrichment.stage;

import io.mokuroku.catalogue.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.enrichment.merge.Candidate;
import io.mokuroku.enrichment.merge.Resolved;
import io.mokuroku.enrichment.merge.Rule;
import io.mokuroku.upstream.AnimeFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A field of an entry that several sources may fill.
 *
 * @param <T> what it holds
 * @param name its name in provenance
 * @param stage which stage collects its candidates
 * @param type how its values are read from JSON
 * @param order who is trusted, the most trusted first
 * @param rule how one candidate is chosen
 * @param inFacts what a provider says of it; null if nothing
 * @param inEntry what an entry has; null if nothing
 */
public record Field<T>(String name, Stage stage, TypeReference<T> type, List<String> order, Rule<T> rule,
		Function<AnimeFacts, @Nullable T> inFacts, Function<AnimeEntry, @Nullable T> inEntry) {

	public Field {
		order = List.copyOf(order);
	}

	/** The same chosen by another rule. */
	public Field<T> by(Rule<T> other) {
		return new Field<>(this.name, this.stage, this.type, this.order, other, this.inFacts, this.inEntry);
	}

	/** Chooses among candidates given in any order. */
	public Optional<Resolved<T>> choose(List<Candidate<T>> candidates) {
		return this.rule.choose(byTrust(candidates), this.order.getFirst());
	}

	/**
	 * Candidates in one order, whatever order they came in: the most trusted first, then
	 * by name, then the latest.
	 */
	public List<Candidate<T>> byTrust(List<Candidate<T>> candidates) {
		List<Candidate<T>> sorted = new ArrayList<>(candidates);
		sorted.sort(Comparator.comparingInt((Candidate<T> candidate) -> trust(candidate.source()))
			.thenComparing(Candidate::source)
			.thenComparing(Candidate::at, Comparator.reverseOrder())
			.thenComparing((candidate) -> candidate.value().toString()));
		return sorted;
	}

	private int trust(String source) {
		int index = this.order.indexOf(source);
		return (index < 0) ? this.order.size() : index;
	}

}

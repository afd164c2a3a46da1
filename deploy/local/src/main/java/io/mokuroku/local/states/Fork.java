package io.mokuroku.local.states;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The branches of a Parallel or the iterations of a Map while they run.
 */
final class Fork {

	private final Fact.Forked fact;

	private final TreeMap<Integer, Strand> running = new TreeMap<>();

	private final @Nullable JsonNode[] results;

	private int started;

	private int ended;

	private int failed;

	Fork(Fact.Forked fact) {
		this.fact = fact;
		this.results = new JsonNode[fact.size()];
	}

	void started(Strand branch) {
		this.running.put(branch.index(), branch);
		this.started++;
	}

	void ended(Strand branch, boolean succeeded, JsonNode output) {
		this.running.remove(branch.index());
		this.results[branch.index()] = output;
		this.ended++;
		this.failed += succeeded ? 0 : 1;
	}

	void aborted(Strand branch) {
		this.running.remove(branch.index());
	}

	Collection<Strand> running() {
		return List.copyOf(this.running.values());
	}

	int nextIndex() {
		return this.started;
	}

	JsonNode item(int index) {
		JsonNode items = this.fact.items();
		if (items == null) {
			throw new IllegalStateException("a Parallel has no items");
		}
		return items.get(index);
	}

	boolean isMap() {
		return this.fact.items() != null;
	}

	boolean mayStartAnother() {
		long limit = this.fact.maxConcurrency();
		return this.started < this.fact.size() && (limit == 0 || this.running.size() < limit);
	}

	boolean isComplete() {
		return this.ended == this.fact.size();
	}

	boolean isTolerant() {
		return this.fact.toleratedCount() != null || this.fact.toleratedPercentage() != null;
	}

	/** Whether more branches failed than the Map tolerates; either limit is enough. */
	boolean failedTooOften() {
		Long count = this.fact.toleratedCount();
		Long percentage = this.fact.toleratedPercentage();
		boolean overCount = count != null && this.failed > count;
		boolean overPercentage = percentage != null && this.failed * 100L > percentage * this.fact.size();
		return this.failed > 0 && (!isTolerant() || overCount || overPercentage);
	}

	ArrayNode results() {
		ArrayNode array = Json.array();
		for (JsonNode result : this.results) {
			if (result != null) {
				array.add(result);
			}
		}
		return array;
	}

}

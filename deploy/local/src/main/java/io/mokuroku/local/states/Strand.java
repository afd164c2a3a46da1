package io.mokuroku.local.states;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One path through a flow: the execution itself, a branch of a Parallel or an iteration
 * of a Map. Changes only as facts are applied.
 */
final class Strand {

	private final int id;

	private final @Nullable Strand parent;

	private final int index;

	private final Flow flow;

	private final Map<String, JsonNode> variables = new HashMap<>();

	private final Map<Integer, Integer> attempts = new HashMap<>();

	private @Nullable State state;

	private @Nullable String next;

	private JsonNode input;

	private Pending pending = new Pending.Nothing();

	private long lastEvent;

	private long enteredEvent;

	private Instant enteredAt = Instant.EPOCH;

	private int retries;

	Strand(int id, @Nullable Strand parent, int index, Flow flow, JsonNode input, long lastEvent) {
		this.id = id;
		this.parent = parent;
		this.index = index;
		this.flow = flow;
		this.next = flow.startAt();
		this.input = input;
		this.lastEvent = lastEvent;
	}

	void entered(Fact.Entered fact, Instant at) {
		this.state = this.flow.get(fact.state());
		this.input = fact.input();
		this.lastEvent = fact.mark().id();
		this.enteredEvent = fact.mark().id();
		this.enteredAt = at;
		this.retries = 0;
		this.attempts.clear();
		this.pending = new Pending.Nothing();
	}

	void exited(Fact.Exited fact) {
		this.variables.putAll(fact.assigned());
		this.input = fact.output();
		this.next = fact.next();
		this.lastEvent = fact.mark().id();
		this.pending = new Pending.Nothing();
	}

	void retrying(Fact.Retrying fact) {
		this.retries++;
		this.attempts.merge(fact.retrier(), 1, Integer::sum);
		this.pending = new Pending.Retry(fact.until());
	}

	void waitsFor(Pending other) {
		this.pending = other;
	}

	void saw(Mark mark) {
		this.lastEvent = mark.id();
	}

	void follows(Strand branch) {
		this.lastEvent = branch.lastEvent;
	}

	int id() {
		return this.id;
	}

	@Nullable Strand parent() {
		return this.parent;
	}

	int index() {
		return this.index;
	}

	Flow flow() {
		return this.flow;
	}

	/** The state it is in. */
	State state() {
		if (this.state == null) {
			throw new IllegalStateException("no state was entered yet");
		}
		return this.state;
	}

	boolean isIn(String type) {
		return this.state != null && this.state.type().equals(type);
	}

	/** The state to enter next, if there is one. */
	@Nullable String next() {
		return this.next;
	}

	/** The input of the state it is in, or what the last one put out. */
	JsonNode input() {
		return this.input;
	}

	Pending pending() {
		return this.pending;
	}

	long lastEvent() {
		return this.lastEvent;
	}

	long enteredEvent() {
		return this.enteredEvent;
	}

	Instant enteredAt() {
		return this.enteredAt;
	}

	int retries() {
		return this.retries;
	}

	int attempts(int retrier) {
		return this.attempts.getOrDefault(retrier, 0);
	}

	/** The variables it can read: its own and those of the strands around it. */
	Map<String, JsonNode> visibleVariables() {
		Map<String, JsonNode> visible = (this.parent != null) ? this.parent.visibleVariables() : new HashMap<>();
		visible.putAll(this.variables);
		return visible;
	}

}

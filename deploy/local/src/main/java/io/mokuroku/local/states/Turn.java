package io.mokuroku.local.states;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One turn of an execution: the facts it yields, applied as they are recorded, and the
 * strands that can go on.
 */
final class Turn {

	private final Execution execution;

	private final Instant now;

	private final RandomGenerator random;

	private final List<Fact> facts = new ArrayList<>();

	private final Deque<Strand> ready = new ArrayDeque<>();

	Turn(Execution execution, Instant now, RandomGenerator random) {
		this.execution = execution;
		this.now = now;
		this.random = random;
	}

	void record(Fact fact) {
		this.execution.apply(fact, this.now);
		this.facts.add(fact);
	}

	/** The mark of the next event on the path of a strand. */
	Mark mark(Strand strand) {
		return mark(strand.lastEvent());
	}

	Mark mark(long previous) {
		return new Mark(this.execution.events() + 1, previous);
	}

	void ready(Strand strand) {
		this.ready.add(strand);
	}

	Deque<Strand> ready() {
		return this.ready;
	}

	Execution execution() {
		return this.execution;
	}

	Instant now() {
		return this.now;
	}

	RandomGenerator random() {
		return this.random;
	}

	List<Fact> facts() {
		return List.copyOf(this.facts);
	}

}

package io.mokuroku.local.states;

import java.time.Instant;
import java.util.List;

/**
 * All facts of one turn, from a trigger until everything waits again: one line of the
 * journal, kept whole or not at all.
 */
record Batch(Instant at, List<Fact> facts) {

	Batch {
		facts = List.copyOf(facts);
	}

}

package io.mokuroku.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A run of tests.
 *
 * @param steps how many steps are done
 */
record Errand(String id, String requestId, RunState state, int steps, @Nullable String error) implements Run<Errand> {

	static Errand accepted(String id, String requestId) {
		return new Errand(id, requestId, RunState.ACCEPTED, 0, null);
	}

	Errand after(int done) {
		return new Errand(this.id, this.requestId, this.state, done, this.error);
	}

	@Override
	public Errand in(RunState next, @Nullable String why, Instant now) {
		return new Errand(this.id, this.requestId, next, this.steps, why);
	}

}

package io.mokuroku.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Work that is asked for, takes minutes and may be interrupted.
 *
 * @param <R> the kind of run
 */
public interface Run<R extends Run<R>> {

	/** Sorts by the time it was asked for. */
	String id();

	/** Who asked; the same request is one run. */
	String requestId();

	/** Where it stands. */
	RunState state();

	/**
	 * The same run in another state.
	 * @param why why it ended so; absent where there is nothing to say
	 */
	R in(RunState state, @Nullable String why, Instant now);

}

package io.mokuroku.upstream;

import io.mokuroku.upstream.wire.Reply;

/**
 * What an exchange brought.
 */
sealed interface Heard<T> {

	/**
	 * An answer.
	 *
	 * @param reply as it came
	 * @param value as it was read
	 */
	record Found<T>(Reply reply, T value) implements Heard<T> {
	}

	/** The provider does not have it. */
	record Missing<T>() implements Heard<T> {
	}

	/** What we know has not changed. */
	record Unchanged<T>() implements Heard<T> {
	}

}

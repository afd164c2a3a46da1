package io.mokuroku.upstream.shared;

import org.jspecify.annotations.Nullable;

/**
 * What is shared cannot be reached now.
 */
public final class Away extends Exception {

	Away(@Nullable Throwable cause) {
		super("the shared state cannot be reached", cause);
	}

}

package io.mokuroku.upstream;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a reply means.
 */
public sealed interface Verdict {

	/** It is an answer. */
	record Good() implements Verdict {
	}

	/** The provider does not have what was asked for. */
	record Missing() implements Verdict {
	}

	/**
	 * The provider wants to be left alone: nobody asks it for a while.
	 *
	 * @param reason a few words without anything secret
	 * @param pause for how long
	 */
	record TooFast(String reason, Duration pause) implements Verdict {
	}

	/**
	 * The provider is not well: it may answer later.
	 *
	 * @param reason a few words without anything secret
	 * @param pause for how long nobody should ask it, if that is known
	 */
	record Unavailable(String reason, @Nullable Duration pause) implements Verdict {
	}

	/**
	 * The provider does not answer such a request, however often it is asked.
	 *
	 * @param code a short, stable word
	 * @param reason a few words without anything secret
	 */
	record Refused(String code, String reason) implements Verdict {
	}

}

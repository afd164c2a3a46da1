package io.mokuroku.upstream.wire;

import java.util.Locale;

/**
 * Why an exchange gave no answer.
 */
public enum Trouble {

	/** No connection, or it ended before the headers of an answer. */
	UNREACHABLE,

	/** No TLS connection: a wrong certificate, or no TLS at all. */
	INSECURE,

	/** The answer was not complete in time. */
	TIMED_OUT,

	/** The body is larger than allowed, compressed or decompressed. */
	TOO_LARGE,

	/** The body ended early, or is not in the encoding it claims. */
	CUT_OFF,

	/** Redirects in a circle, too many, or to where we do not follow. */
	REDIRECTED;

	/** The word for it in logs, metrics and failures. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}

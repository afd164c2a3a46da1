package io.mokuroku.review.loop;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is asked.
 *
 * @param loop by which way
 */
@ConfigurationProperties("mokuroku.review")
record LoopSettings(@DefaultValue("portal") Way loop) {

	/**
	 * A way to people.
	 */
	enum Way {

		/** Reviewers, in our own portal. */
		PORTAL,

		/** Workers of Amazon A2I, and leads in our own portal. */
		A2I

	}

}

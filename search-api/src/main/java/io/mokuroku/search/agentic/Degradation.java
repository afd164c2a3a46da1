package io.mokuroku.search.agentic;

import java.util.Locale;

/**
 * Why an answer was made by rules. Clients see {@link #code()}, which never changes its
 * meaning.
 */
enum Degradation {

	/** No model is asked, because an operator wants it so. */
	OFF,

	/** What may be spent in a month is spent. */
	CEILING,

	/** As many questions as may be are with models now. */
	BUSY,

	/** All models have failed lately and are left alone for a time. */
	RESTING,

	/** The models are asked more often than they allow. */
	THROTTLED,

	/** The models fail. */
	UNAVAILABLE,

	/** There was no answer in time. */
	TIMEOUT,

	/** The models do not take the request; an operator has to look. */
	REFUSED,

	/** The model said nothing that can be used. */
	NONSENSE,

	/** The model has searched as often as it may, and not answered. */
	ROUNDS;

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}

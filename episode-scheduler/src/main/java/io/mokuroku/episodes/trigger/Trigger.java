package io.mokuroku.episodes.trigger;

import java.time.Instant;
import java.util.Objects;

/**
 * What became of an episode whose time had come. What is refused is thrown.
 */
sealed interface Trigger {

	/**
	 * Enrichment was asked to look at it.
	 *
	 * @param requestId the id of the request
	 */
	record Requested(String requestId) implements Trigger {

		public Requested {
			Objects.requireNonNull(requestId, "requestId");
		}

	}

	/** It was passed on before. */
	record Duplicate() implements Trigger {
	}

	/**
	 * It has been put off since its schedule was made; another one will fire.
	 *
	 * @param airAt when it airs now
	 */
	record PutOff(Instant airAt) implements Trigger {

		public PutOff {
			Objects.requireNonNull(airAt, "airAt");
		}

	}

}

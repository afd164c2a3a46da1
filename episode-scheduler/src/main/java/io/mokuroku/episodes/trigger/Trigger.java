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

	/** It was passed on before, and a source lists it by now. */
	record Confirmed() implements Trigger {

	}

	/**
	 * It was passed on before and is asked for a last time; no source has listed it.
	 *
	 * @param requestId the id of the request
	 * @param calendarGoesOn whether a calendar tells of a later episode
	 */
	record GivenUp(String requestId, boolean calendarGoesOn) implements Trigger {

		public GivenUp {
			Objects.requireNonNull(requestId, "requestId");
		}

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

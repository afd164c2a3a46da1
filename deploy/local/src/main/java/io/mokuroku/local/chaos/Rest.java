package io.mokuroku.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Tells from one look at a catalogue to the next whether it rests: whether two looks in a
 * row saw nothing go on. A request for an entry that waits for a person waits as well,
 * and looks again every five minutes; so requests rest if nothing came of them for
 * longer.
 */
final class Rest {

	private static final Duration LONGER = Duration.ofMinutes(6);

	private @Nullable Instant since;

	/**
	 * Takes a look.
	 * @param goingOn what goes on but for requests on their queue
	 * @param requests how many requests lie on their queue
	 * @param waiting how many entries wait for a person
	 * @return what has yet to come, in a sentence; empty if the catalogue rests
	 */
	Optional<String> look(Optional<String> goingOn, long requests, int waiting, Instant now) {
		if (goingOn.isPresent()) {
			this.since = null;
			return goingOn;
		}
		if (this.since == null) {
			this.since = now;
			return Optional.of("nothing for the first time");
		}
		if (requests == 0 || (requests <= waiting && this.since.plus(LONGER).isBefore(now))) {
			return Optional.empty();
		}
		return Optional.of(requests + " requests, while " + waiting + " entries wait for a person");
	}

}

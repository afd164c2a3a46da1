package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.Objects;

/**
 * A schedule that exists already.
 *
 * @param name its name
 * @param fireAt when it fires
 */
public record KnownSchedule(String name, Instant fireAt) {

	public KnownSchedule {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(fireAt, "fireAt");
	}

}

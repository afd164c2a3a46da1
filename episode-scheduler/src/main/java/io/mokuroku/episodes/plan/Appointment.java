package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.mokuroku.message.EpisodeAired;

/**
 * A one-time schedule: some episodes that are looked at together.
 *
 * @param name its name, at most 64 characters
 * @param fireAt when it fires, in whole seconds
 * @param episodes the episodes, each on its own; none where what it carries cannot be
 * read
 */
public record Appointment(String name, Instant fireAt, List<EpisodeAired> episodes) {

	/** What the name of every appointment begins with. */
	public static final String PREFIX = "ep-";

	/** What the name of one that is shared begins with. */
	static final String SHARED_PREFIX = PREFIX + "at-";

	public Appointment {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(fireAt, "fireAt");
		episodes = List.copyOf(episodes);
	}

	/** Whether it belongs to a minute rather than to an episode. */
	boolean shared() {
		return this.name.startsWith(SHARED_PREFIX);
	}

}

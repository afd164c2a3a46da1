package io.mokuroku.episodes.plan;

import java.util.List;

/**
 * Where appointments with episodes are kept. Every call may throw
 * {@link io.mokuroku.message.RetryableFailure}.
 */
public interface Schedules {

	/** The appointments with episodes that have not fired. */
	List<KnownSchedule> all();

	/** Makes or moves an appointment; doing it twice is harmless. */
	void put(PlannedEpisode episode);

	/** Cancels an appointment; one that does not exist is cancelled already. */
	void remove(String name);

}

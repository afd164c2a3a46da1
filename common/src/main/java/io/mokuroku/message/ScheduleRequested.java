package io.mokuroku.message;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Asks episode-scheduler to plan a day.
 *
 * @param date the day in UTC
 */
public record ScheduleRequested(LocalDate date) implements QueueMessage {

	public ScheduleRequested {
		Objects.requireNonNull(date, "date");
	}

}

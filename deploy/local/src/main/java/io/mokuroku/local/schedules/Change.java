package io.mokuroku.local.schedules;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({ @JsonSubTypes.Type(value = Change.GroupKept.class, name = "group-kept"),
		@JsonSubTypes.Type(value = Change.GroupDropped.class, name = "group-dropped"),
		@JsonSubTypes.Type(value = Change.ScheduleKept.class, name = "schedule-kept"),
		@JsonSubTypes.Type(value = Change.ScheduleDropped.class, name = "schedule-dropped"),
		@JsonSubTypes.Type(value = Change.Handled.class, name = "handled"),
		@JsonSubTypes.Type(value = Change.InvocationKept.class, name = "invocation-kept"),
		@JsonSubTypes.Type(value = Change.InvocationDropped.class, name = "invocation-dropped") })
sealed interface Change {

	/**
	 * A group was created.
	 */
	record GroupKept(Group group) implements Change {
	}

	/**
	 * A group was deleted with everything in it.
	 */
	record GroupDropped(String name) implements Change {
	}

	/**
	 * A schedule was created or updated.
	 *
	 * @param handled last scheduled time already handled, if any
	 */
	record ScheduleKept(Schedule schedule, @Nullable Instant handled) implements Change {
	}

	/**
	 * A schedule was deleted, and its pending runs with it.
	 */
	record ScheduleDropped(ScheduleKey key) implements Change {
	}

	/**
	 * A scheduled time had its first attempt.
	 *
	 * @param modified which version of the schedule this is about
	 * @param due the scheduled time
	 * @param pending the run, when it has not reached its target
	 */
	record Handled(ScheduleKey key, Instant modified, Instant due, @Nullable Invocation pending) implements Change {
	}

	/**
	 * A pending run was tried again without success.
	 */
	record InvocationKept(Invocation invocation) implements Change {
	}

	/**
	 * A pending run came to its end.
	 */
	record InvocationDropped(ScheduleKey key, String id) implements Change {
	}

}

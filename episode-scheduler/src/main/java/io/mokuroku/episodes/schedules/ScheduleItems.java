package io.mokuroku.episodes.schedules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.episodes.plan.Appointment;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.MessageQueue;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.WireFormat;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * Appointments as one-time schedules of EventBridge, which send {@link EpisodeAired} and
 * then delete themselves; one call each.
 */
final class ScheduleItems {

	private static final int PAGE = 100;

	private final SchedulerClient scheduler;

	private final ScheduleGroup group;

	private final QueueTargets targets;

	private final SchedulerCalls calls;

	ScheduleItems(SchedulerClient scheduler, ScheduleGroup group, QueueTargets targets, SchedulerCalls calls) {
		this.scheduler = scheduler;
		this.group = group;
		this.targets = targets;
		this.calls = calls;
	}

	/** What the group holds, without times. */
	List<ScheduleSummary> list() {
		this.calls.calling(() -> {
			this.group.create();
			return this.group;
		});
		List<ScheduleSummary> found = new ArrayList<>();
		String token = null;
		do {
			String from = token;
			ListSchedulesResponse page = this.calls
				.calling(() -> this.scheduler.listSchedules((list) -> list.groupName(this.group.name())
					.namePrefix(Appointment.PREFIX)
					.maxResults(PAGE)
					.nextToken(from)));
			found.addAll(page.schedules());
			token = page.nextToken();
		}
		while (token != null);
		return found;
	}

	/** One appointment; one that nobody could have made is due at no time. */
	Optional<Appointment> find(String name) {
		try {
			GetScheduleResponse schedule = this.calls
				.calling(() -> this.scheduler.getSchedule((get) -> get.groupName(this.group.name()).name(name)));
			return Optional.of(read(name, schedule));
		}
		catch (PermanentFailure ex) {
			if (ex.getCause() instanceof ResourceNotFoundException) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private static Appointment read(String name, GetScheduleResponse schedule) {
		try {
			return new Appointment(name, AtExpression.parse(schedule.scheduleExpression()),
					WireFormat.read(Objects.requireNonNullElse(schedule.target().input(), ""), EpisodeAired.class)
						.apart());
		}
		catch (IllegalStateException | PermanentFailure ex) {
			return new Appointment(name, Instant.EPOCH, List.of());
		}
	}

	/** Makes or moves an appointment. */
	void put(Appointment appointment) {
		this.calls.calling(() -> {
			this.group.create();
			try {
				create(appointment);
			}
			catch (ConflictException _) {
				update(appointment);
			}
			return appointment;
		});
	}

	private void create(Appointment appointment) {
		Target target = target(appointment);
		this.scheduler.createSchedule((create) -> create.groupName(this.group.name())
			.name(appointment.name())
			.scheduleExpression(AtExpression.of(appointment.fireAt()))
			.scheduleExpressionTimezone("UTC")
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.actionAfterCompletion(ActionAfterCompletion.DELETE)
			.target(target));
	}

	private void update(Appointment appointment) {
		Target target = target(appointment);
		try {
			this.scheduler.updateSchedule((update) -> update.groupName(this.group.name())
				.name(appointment.name())
				.scheduleExpression(AtExpression.of(appointment.fireAt()))
				.scheduleExpressionTimezone("UTC")
				.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
				.actionAfterCompletion(ActionAfterCompletion.DELETE)
				.target(target));
		}
		catch (ResourceNotFoundException _) {
			create(appointment);
		}
	}

	private Target target(Appointment appointment) {
		return this.targets.to(MessageQueue.EPISODE_UPDATES,
				WireFormat.write(EpisodeAired.together(appointment.episodes())));
	}

	/** Cancels an appointment. */
	void remove(String name) {
		this.calls.calling(() -> {
			try {
				this.scheduler.deleteSchedule((delete) -> delete.groupName(this.group.name()).name(name));
			}
			catch (ResourceNotFoundException _) {
				// it is cancelled already
			}
			return name;
		});
	}

}

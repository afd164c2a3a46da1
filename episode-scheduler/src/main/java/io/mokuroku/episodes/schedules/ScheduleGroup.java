package io.mokuroku.episodes.schedules;

import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;

/**
 * The group that holds all schedules of this service.
 */
final class ScheduleGroup {

	private final SchedulerClient scheduler;

	private final String name;

	private volatile boolean exists;

	ScheduleGroup(SchedulerClient scheduler, String name) {
		this.scheduler = scheduler;
		this.name = name;
	}

	String name() {
		return this.name;
	}

	/** Creates the group where it is missing; asks once. */
	void create() {
		if (this.exists) {
			return;
		}
		try {
			this.scheduler.createScheduleGroup((create) -> create.name(this.name));
			this.exists = true;
		}
		catch (ConflictException _) {
			this.exists = true;
		}
	}

}

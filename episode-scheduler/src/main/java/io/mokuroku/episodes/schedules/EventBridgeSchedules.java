package io.mokuroku.episodes.schedules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.episodes.plan.EpisodeNames;
import io.mokuroku.episodes.plan.KnownSchedule;
import io.mokuroku.episodes.plan.PlannedEpisode;
import io.mokuroku.episodes.plan.Schedules;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.MessageQueue;
import io.mokuroku.message.WireFormat;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * One-time schedules of EventBridge that send {@link EpisodeAired} and then delete
 * themselves. A listing does not tell when a schedule fires, so each one is read once
 * after every change.
 */
final class EventBridgeSchedules implements Schedules {

	private final SchedulerClient scheduler;

	private final ScheduleGroup group;

	private final QueueTargets targets;

	private final Map<String, Read> read = new ConcurrentHashMap<>();

	EventBridgeSchedules(SchedulerClient scheduler, ScheduleGroup group, QueueTargets targets) {
		this.scheduler = scheduler;
		this.group = group;
		this.targets = targets;
	}

	@Override
	public List<KnownSchedule> all() {
		return SchedulerCalls.calling(() -> {
			this.group.create();
			List<KnownSchedule> known = new ArrayList<>();
			Map<String, Read> stillThere = new HashMap<>();
			for (ScheduleSummary summary : this.scheduler
				.listSchedulesPaginator(
						(list) -> list.groupName(this.group.name()).namePrefix(EpisodeNames.PREFIX).maxResults(100))
				.schedules()) {
				Read schedule = read(summary);
				if (schedule != null) {
					stillThere.put(summary.name(), schedule);
					known.add(new KnownSchedule(summary.name(), schedule.fireAt()));
				}
			}
			this.read.keySet().retainAll(stillThere.keySet());
			this.read.putAll(stillThere);
			return known;
		});
	}

	private @Nullable Read read(ScheduleSummary summary) {
		Read before = this.read.get(summary.name());
		if (before != null && Objects.equals(before.modifiedAt(), summary.lastModificationDate())) {
			return before;
		}
		try {
			String expression = this.scheduler
				.getSchedule((get) -> get.groupName(this.group.name()).name(summary.name()))
				.scheduleExpression();
			return new Read(summary.lastModificationDate(), AtExpression.parse(expression));
		}
		catch (ResourceNotFoundException _) {
			return null;
		}
	}

	@Override
	public void put(PlannedEpisode episode) {
		SchedulerCalls.calling(() -> {
			this.group.create();
			try {
				create(episode);
			}
			catch (ConflictException _) {
				update(episode);
			}
			return episode;
		});
		this.read.remove(episode.scheduleName());
	}

	private void create(PlannedEpisode episode) {
		Target target = target(episode);
		this.scheduler.createSchedule((create) -> create.groupName(this.group.name())
			.name(episode.scheduleName())
			.scheduleExpression(AtExpression.of(episode.fireAt()))
			.scheduleExpressionTimezone("UTC")
			.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
			.actionAfterCompletion(ActionAfterCompletion.DELETE)
			.target(target));
	}

	private void update(PlannedEpisode episode) {
		Target target = target(episode);
		try {
			this.scheduler.updateSchedule((update) -> update.groupName(this.group.name())
				.name(episode.scheduleName())
				.scheduleExpression(AtExpression.of(episode.fireAt()))
				.scheduleExpressionTimezone("UTC")
				.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
				.actionAfterCompletion(ActionAfterCompletion.DELETE)
				.target(target));
		}
		catch (ResourceNotFoundException _) {
			create(episode);
		}
	}

	private Target target(PlannedEpisode episode) {
		return this.targets.to(MessageQueue.EPISODE_UPDATES, WireFormat
			.write(new EpisodeAired(episode.animeId(), EpisodeNumber.regular(episode.number()), episode.airAt())));
	}

	@Override
	public void remove(String name) {
		SchedulerCalls.calling(() -> {
			try {
				this.scheduler.deleteSchedule((delete) -> delete.groupName(this.group.name()).name(name));
			}
			catch (ResourceNotFoundException _) {
				this.read.remove(name);
			}
			return name;
		});
		this.read.remove(name);
	}

	private record Read(@Nullable Instant modifiedAt, Instant fireAt) {

	}

}

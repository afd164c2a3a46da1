package io.mokuroku.sync.snapshot;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.job.Jobs;
import io.mokuroku.job.RunQueue;
import io.mokuroku.message.IndexRebuildRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.SnapshotRequested;
import io.mokuroku.recurring.RecurringRequest;
import io.mokuroku.recurring.RecurringSchedules;
import io.mokuroku.sync.release.Releases;
import io.mokuroku.sync.run.SyncCatalogue;
import io.mokuroku.web.RouteRules;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Snapshots, restores, and the ways to ask for them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ SnapshotSettings.class, ExportSettings.class })
class SnapshotConfiguration {

	@Bean
	SnapshotStore snapshotStore(S3Client s3, SnapshotSettings settings) {
		return new S3SnapshotStore(s3, settings.bucket(), Math.toIntExact(settings.partSize().toBytes()));
	}

	@Bean
	WriteExport writeExport(S3Client s3, SnapshotStore store, SnapshotSettings settings, ExportSettings exports) {
		return new WriteExport(store,
				new S3SnapshotStore(s3, exports.bucket(), Math.toIntExact(settings.partSize().toBytes())),
				exports.keep());
	}

	@Bean
	Snapshots snapshots(SnapshotStore store) {
		return new Snapshots(store);
	}

	@Bean
	Jobs.Turns snapshotTurns(SnapshotSettings settings) {
		return new Jobs.Turns("snapshots", settings.attempts(), settings.retryAfter());
	}

	@Bean
	RunQueue<SnapshotRun> snapshotRuns(TruthItems items, SnapshotStore store, Snapshots snapshots, Releases releases,
			WriteExport export, Jobs jobs, Jobs.Turns turns, InstantSource clock, SnapshotSettings settings) {
		TakeSnapshot work = new TakeSnapshot(items, store, snapshots,
				() -> releases.lastApplied().map((applied) -> applied.release().name()), export::after, clock,
				settings);
		return jobs.queue("snapshot", SnapshotRun.class, turns, work);
	}

	@Bean
	RunQueue<RestoreRun> restoreRuns(TruthItems items, SnapshotStore store, Snapshots snapshots, SyncCatalogue syncs,
			Jobs jobs, MessageSender sender, Jobs.Turns turns, InstantSource clock, SnapshotSettings settings) {
		RestoreSnapshot work = new RestoreSnapshot(items, store, snapshots, syncs::underWay,
				(run) -> sender
					.send(new IndexRebuildRequested("restored " + run.order().snapshotId(), "restore-" + run.id())),
				clock, settings.parallelism());
		return jobs.queue("restore", RestoreRun.class, turns, work);
	}

	@Bean
	SqsMessageListenerContainer<String> snapshotRequests(QueueListeners listeners, RunQueue<SnapshotRun> runs) {
		return listeners.listen(SnapshotRequested.class, 1, (message) -> runs.requestAfresh(message.requestId(),
				(id, now) -> SnapshotRun.accepted(id, message.requestId(), message.cause(), now)));
	}

	@Bean
	SmartLifecycle weeklySnapshots(RecurringSchedules schedules, SnapshotSettings settings) {
		return schedules.atStart(weekly(settings.schedule()));
	}

	static RecurringRequest weekly(SnapshotSettings.Schedule schedule) {
		return new RecurringRequest("take-snapshot", !schedule.off(), schedule.cron(), schedule.group(),
				schedule.roleArn(),
				new SnapshotRequested(RecurringRequest.requestId("weekly"), SnapshotRequested.Cause.WEEKLY));
	}

	@Bean
	RouteRules snapshotRouteRules() {
		return RouteRules.of()
			.scope("catalogue.snapshot", HttpMethod.POST, "/v1/snapshots")
			.scope("catalogue.snapshot", HttpMethod.GET, "/v1/snapshots", "/v1/snapshots/{id}")
			.scope("catalogue.restore", HttpMethod.POST, "/v1/restores")
			.scope("catalogue.restore", HttpMethod.GET, "/v1/restores", "/v1/restores/{id}");
	}

}

package io.mokuroku.sync.snapshot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.job.Jobs;
import io.mokuroku.job.RunQueue;
import io.mokuroku.message.IndexRebuildRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.QueueUrls;
import io.mokuroku.message.SnapshotRequested;
import io.mokuroku.web.RouteRules;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Snapshots, restores, and the ways to ask for them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnapshotSettings.class)
class SnapshotConfiguration {

	@Bean
	SnapshotStore snapshotStore(S3Client s3, SnapshotSettings settings) {
		return new S3SnapshotStore(s3, settings.bucket(), Math.toIntExact(settings.partSize().toBytes()));
	}

	@Bean
	Snapshots snapshots(SnapshotStore store) {
		return new Snapshots(store);
	}

	@Bean
	LatestSync latestSync(DynamoDbClient dynamo) {
		return new LatestSync(dynamo);
	}

	@Bean
	RunQueue.Turns snapshotTurns(SnapshotSettings settings) {
		return RunQueue.Turns.of(settings.attempts(), settings.retryAfter());
	}

	@Bean
	RunQueue<SnapshotRun> snapshotRuns(TruthItems items, SnapshotStore store, Snapshots snapshots, LatestSync sync,
			Jobs jobs, RunQueue.Turns turns, InstantSource clock, SnapshotSettings settings) {
		TakeSnapshot work = new TakeSnapshot(items, store, snapshots, sync::release, clock, settings);
		return jobs.queue("snapshot", SnapshotRun.class, turns, work);
	}

	@Bean
	RunQueue<RestoreRun> restoreRuns(TruthItems items, SnapshotStore store, Snapshots snapshots, LatestSync sync,
			Jobs jobs, MessageSender sender, RunQueue.Turns turns, InstantSource clock, SnapshotSettings settings) {
		RestoreSnapshot work = new RestoreSnapshot(items, store, snapshots, sync::underWay,
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
	@ConditionalOnExpression("'${mokuroku.snapshots.schedule.cron:}' != 'off'")
	WeeklySchedule weeklySnapshots(SqsAsyncClient sqs, QueueUrls urls, SnapshotSettings settings) {
		SchedulerClient scheduler = SchedulerClient.builder()
			.overrideConfiguration((calls) -> calls.apiCallTimeout(Duration.ofSeconds(20)))
			.build();
		return new WeeklySchedule(scheduler, (queue) -> arn(sqs, urls.of(queue)), settings.schedule());
	}

	@Bean
	RouteRules snapshotRouteRules() {
		return RouteRules.of()
			.scope("catalogue.snapshot", HttpMethod.POST, "/v1/snapshots")
			.scope("catalogue.snapshot", HttpMethod.GET, "/v1/snapshots", "/v1/snapshots/{id}")
			.scope("catalogue.restore", HttpMethod.POST, "/v1/restores")
			.scope("catalogue.restore", HttpMethod.GET, "/v1/restores", "/v1/restores/{id}");
	}

	private static String arn(SqsAsyncClient sqs, String queueUrl) {
		return Objects.requireNonNull(
				sqs.getQueueAttributes((ask) -> ask.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
					.join()
					.attributes()
					.get(QueueAttributeName.QUEUE_ARN),
				queueUrl);
	}

}

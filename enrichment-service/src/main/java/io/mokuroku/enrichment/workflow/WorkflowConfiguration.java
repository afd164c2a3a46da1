package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.cloud.Patience;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentTask;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.QueueUrls;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.recurring.RepeatedWork;
import io.mokuroku.topology.Topology;
import io.mokuroku.web.RouteRules;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Starting executions and doing their tasks.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ EnrichmentSettings.class, WorkAreaSettings.class })
class WorkflowConfiguration {

	@Bean
	SfnClient sfnClient() {
		return Patience.CALLS.with(SfnClient.builder()).build();
	}

	@Bean
	TaskTokens taskTokens(SfnClient sfn) {
		return new SfnTaskTokens(sfn);
	}

	@Bean
	WorkArea workArea(@Value("${mokuroku.work-area:${java.io.tmpdir}/mokuroku-work}") Path root,
			WorkAreaSettings settings, MeterRegistry metrics) {
		return new WorkArea(root, settings, metrics);
	}

	@Bean
	DeadExecutions deadExecutions(Executions executions, ProcessingLocks locks, WorkArea area, Aftercare aftercare,
			InstantSource clock) {
		return new DeadExecutions(executions, locks, area, aftercare, clock);
	}

	@Bean
	RepeatedWork workAreaSweep(DeadExecutions dead, WorkAreaSettings settings) {
		return new RepeatedWork("work-area-sweep", () -> dead.sweep(settings.keepFor()), settings.sweepEvery());
	}

	@Bean
	RegisterStateMachine registerStateMachine(SfnClient sfn, QueueUrls urls, Topology topology,
			EnrichmentSettings settings) {
		return new RegisterStateMachine(sfn, urls, topology, settings);
	}

	@Bean
	Executions executions(SfnClient sfn, RegisterStateMachine machine) {
		return new SfnExecutions(sfn, machine::arn);
	}

	@Bean
	EnrichmentRuns enrichmentRuns(DynamoDbClient dynamo) {
		return new EnrichmentRuns(dynamo);
	}

	@Bean
	StartEnrichment startEnrichment(AnimeStore store, ProcessingLocks locks, Executions executions, EnrichmentRuns runs,
			DeadExecutions dead, PayloadSchemas schemas, SqsAsyncClient sqs, QueueUrls urls, KeptAnswers answers,
			TraceContexts traces, InstantSource clock, EnrichmentSettings settings) {
		return new StartEnrichment(store, locks, executions, runs, dead, schemas, new SqsWorkload(sqs, urls), answers,
				traces, clock, settings);
	}

	@Bean
	SteerEnrichment steerEnrichment(EnrichmentRuns runs, Executions executions, DeadExecutions dead,
			StartEnrichment enrichment) {
		return new SteerEnrichment(runs, executions, dead, enrichment);
	}

	@Bean(destroyMethod = "shutdownNow")
	ScheduledExecutorService heart() {
		return Executors.newScheduledThreadPool(1, Thread.ofVirtual().name("heart-", 0).factory());
	}

	@Bean
	Heartbeats heartbeats(TaskTokens tokens, ScheduledExecutorService heart, EnrichmentSettings settings) {
		return new Heartbeats(tokens, heart, (beat) -> Thread.ofVirtual().name("heartbeat").start(beat),
				settings.heartbeatEvery());
	}

	@Bean
	PayloadSchemas payloadSchemas() {
		return PayloadSchemas.load();
	}

	@Bean
	PerformTask performTask(List<TaskWorker<?>> workers, PayloadSchemas schemas, TaskTokens tokens,
			Heartbeats heartbeats, MeterRegistry metrics) {
		return new PerformTask(workers, schemas, tokens, heartbeats, metrics);
	}

	/** One at a time, so that requests wait on the queue and not in memory. */
	@Bean
	SqsMessageListenerContainer<String> enrichmentRequests(QueueListeners listeners, StartEnrichment enrichment,
			MessageSender sender) {
		return listeners.listen(EnrichmentRequested.class, 1, new TakeRequest(enrichment, sender));
	}

	@Bean
	SqsMessageListenerContainer<String> enrichmentTasks(QueueListeners listeners, PerformTask tasks,
			EnrichmentSettings settings) {
		return listeners.listen(EnrichmentTask.class, settings.taskConcurrency(), tasks);
	}

	@Bean
	EnrichmentController enrichmentController(StartEnrichment enrichment, SteerEnrichment steering,
			Executions executions) {
		return new EnrichmentController(enrichment, steering, executions);
	}

	@Bean
	RouteRules routeRules() {
		return RouteRules.of()
			.anonymousRead(HttpMethod.GET, "/v1/enrichments/{animeId}")
			.scope("catalogue.enrich", HttpMethod.POST, "/v1/enrichments/{animeId}", "/v1/enrichments/{animeId}/stop",
					"/v1/enrichments/{animeId}/retry")
			.scope("catalogue.enrich", HttpMethod.POST, "/v1/images/backfill")
			.scope("catalogue.enrich", HttpMethod.DELETE, "/v1/upstream-cache/{provider}",
					"/v1/upstream-cache/{provider}/{id}");
	}

}

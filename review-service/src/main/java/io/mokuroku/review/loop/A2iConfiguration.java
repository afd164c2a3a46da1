package io.mokuroku.review.loop;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.cloud.Patience;
import io.mokuroku.message.HumanLoopChanged;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.review.decision.DecideReview;
import io.mokuroku.recurring.RepeatedWork;
import io.mokuroku.review.decision.WorkflowCallback;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.ReviewTasks;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemakera2iruntime.SageMakerA2IRuntimeClient;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "mokuroku.review.loop", havingValue = "a2i")
@EnableConfigurationProperties(A2iSettings.class)
class A2iConfiguration {

	@Bean
	A2iRuntime a2iRuntime(A2iSettings settings) {
		return new A2iRuntime(Patience.CALLS.with(SageMakerA2IRuntimeClient.builder()).build(),
				settings.flowDefinitionArn());
	}

	@Bean
	AskWorkers askWorkers(ReviewTasks tasks, A2iRuntime runtime, WorkerPages pages, LoopCosts costs,
			A2iSettings settings, InstantSource clock) {
		return new AskWorkers(tasks, runtime, pages, costs, settings.attempts(), clock);
	}

	@Bean
	HumanLoops a2iHumanLoops(ReviewTasks tasks, AnimeStore store, EntryParts parts, WorkflowCallback workflow,
			PopularRank popular, AskWorkers workers, InstantSource clock) {
		return new A2iHumanLoops(LoopConfiguration.portal(tasks, store, parts, workflow, popular, clock), tasks,
				workers);
	}

	@Bean
	SettleLoop settleLoop(ReviewTasks tasks, AskWorkers workers, WorkerPages pages, DecideReview decideReview,
			A2iSettings settings) {
		AnswerBucket answers = new AnswerBucket(Patience.CALLS.with(S3Client.builder()).build(), settings.output());
		return new SettleLoop(tasks, workers, answers, pages, decideReview);
	}

	@Bean
	SqsMessageListenerContainer<String> humanLoopEvents(QueueListeners listeners, SettleLoop settle) {
		return listeners.listen(HumanLoopChanged.class, 2, settle::changed);
	}

	@Bean
	RepeatedWork loopSweep(ReviewTasks tasks, A2iRuntime runtime, AskWorkers workers, SettleLoop settle,
			A2iSettings settings, InstantSource clock) {
		LoopSweep sweep = new LoopSweep(tasks, runtime, workers, settle, clock);
		return new RepeatedWork("loop-sweep", sweep::sweep, settings.sweepEvery());
	}

}

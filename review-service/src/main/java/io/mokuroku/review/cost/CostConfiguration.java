package io.mokuroku.review.cost;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.recurring.RepeatedWork;
import io.mokuroku.review.loop.HumanLoops;
import io.mokuroku.review.loop.LoopCosts;
import io.mokuroku.review.task.CountTasks;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.ReviewTasks;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BudgetSettings.class)
class CostConfiguration {

	@Bean
	WaitingReviews waitingReviews(DynamoDbClient dynamo) {
		return new WaitingReviews(dynamo);
	}

	@Bean
	ReviewBudget reviewBudget(DynamoDbClient dynamo, BudgetSettings settings) {
		return new ReviewBudget(dynamo, settings);
	}

	@Bean
	ReviewMeters reviewMeters(MeterRegistry registry, ReviewTasks tasks, ReviewBudget budget, BudgetSettings settings,
			InstantSource clock) {
		return new ReviewMeters(registry, tasks, budget, settings, clock);
	}

	@Bean
	LoopCosts loopCosts(ReviewBudget budget, ReviewMeters meters, InstantSource clock) {
		return (adapter) -> {
			budget.takeAnyway(adapter, clock.instant());
			meters.started(adapter);
		};
	}

	/** People's queue and what waits for budget agree on who is popular. */
	@Bean
	PopularRank popularRank(BudgetSettings settings) {
		return new PopularRank(settings.popularRank());
	}

	@Bean
	AskWithinBudget askWithinBudget(HumanLoops loops, ReviewTasks tasks, WaitingReviews waiting, ReviewBudget budget,
			RankWaiting rank, ReviewMeters meters, InstantSource clock) {
		return new AskWithinBudget(loops, tasks, waiting, budget, rank, meters, clock);
	}

	@Bean
	RankWaiting rankWaiting(AnimeStore store, EntryParts parts, PopularRank popular) {
		return new RankWaiting(store, parts, popular);
	}

	@Bean
	RepeatedWork budgetSweep(AskWithinBudget ask, ReviewMeters meters, BudgetSettings settings) {
		return new RepeatedWork("budget-sweep", () -> meters.look(ask.release()), settings.releaseEvery());
	}

	@Bean
	ReportReviews reportReviews(ReviewTasks tasks, WaitingReviews waiting, ReviewBudget budget, BudgetSettings settings,
			InstantSource clock) {
		return new ReportReviews(tasks, waiting, budget, settings, clock);
	}

	@Bean
	CountQueue countQueue(CountTasks tasks, WaitingReviews waiting, InstantSource clock) {
		return new CountQueue(tasks, waiting, clock);
	}

	@Bean
	SqsMessageListenerContainer<String> reviewRequests(QueueListeners listeners, AskWithinBudget ask) {
		return listeners.listen(ReviewRequested.class, 4, ask::ask);
	}

}

package io.mokuroku.review.decision;

import java.time.Duration;
import java.time.InstantSource;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.ReviewTasks;
import software.amazon.awssdk.services.sfn.SfnClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionSettings.class)
class DecisionConfiguration {

	@Bean
	SfnClient sfnClient() {
		return SfnClient.builder()
			.overrideConfiguration((calls) -> calls.apiCallTimeout(Duration.ofSeconds(10)))
			.build();
	}

	@Bean
	DeliverDecision deliverDecision(ReviewTasks tasks, EntryParts parts, SfnClient states, InstantSource clock) {
		return new DeliverDecision(tasks, new StoredProposals(parts), new StepFunctionsCallback(states), clock);
	}

	@Bean
	DecideReview decideReview(ReviewTasks tasks, DeliverDecision delivery, AnimeStore store, InstantSource clock) {
		return new DecideReview(tasks, delivery, store::find, clock);
	}

	@Bean
	DeliverySweep deliverySweep(ReviewTasks tasks, DeliverDecision delivery, InstantSource clock,
			DecisionSettings settings) {
		return new DeliverySweep(tasks, delivery, clock, settings.deliverEvery());
	}

}

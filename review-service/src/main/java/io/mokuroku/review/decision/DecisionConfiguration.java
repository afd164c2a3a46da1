package io.mokuroku.review.decision;

import java.time.InstantSource;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.cloud.Patience;
import io.mokuroku.review.task.ReviewTasks;
import software.amazon.awssdk.services.sfn.SfnClient;

import io.mokuroku.recurring.RepeatedWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionSettings.class)
class DecisionConfiguration {

	@Bean
	SfnClient sfnClient() {
		return Patience.CALLS.with(SfnClient.builder()).build();
	}

	@Bean
	WorkflowCallback workflowCallback(SfnClient states) {
		return new StepFunctionsCallback(states);
	}

	@Bean
	DeliverDecision deliverDecision(ReviewTasks tasks, EntryParts parts, SourceLinks links, AnimeStore store,
			WorkflowCallback workflow, InstantSource clock) {
		return new DeliverDecision(tasks, new StoredProposals(parts, links, store), workflow, clock);
	}

	@Bean
	DecideReview decideReview(ReviewTasks tasks, DeliverDecision delivery, AnimeStore store, InstantSource clock) {
		return new DecideReview(tasks, delivery, store::find, clock);
	}

	@Bean
	RepeatedWork deliverySweep(ReviewTasks tasks, DeliverDecision delivery, InstantSource clock,
			DecisionSettings settings) {
		DeliverySweep sweep = new DeliverySweep(tasks, delivery, clock, settings.deliverEvery());
		return new RepeatedWork("delivery-sweep", sweep::sweep, settings.deliverEvery());
	}

	@Bean
	RepeatedWork waitingSweep(ReviewTasks tasks, WorkflowCallback workflow, InstantSource clock,
			DecisionSettings settings) {
		WaitingSweep sweep = new WaitingSweep(tasks, workflow, clock);
		return new RepeatedWork("waiting-sweep", sweep::sweep, settings.heartbeatEvery());
	}

}

package io.mokuroku.review.loop;

import java.time.InstantSource;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.decision.WorkflowCallback;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.ReviewTasks;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoopSettings.class)
class LoopConfiguration {

	@Bean
	@ConditionalOnProperty(name = "mokuroku.review.loop", havingValue = "portal", matchIfMissing = true)
	HumanLoops humanLoops(ReviewTasks tasks, AnimeStore store, EntryParts parts, WorkflowCallback workflow,
			PopularRank popular, InstantSource clock) {
		return portal(tasks, store, parts, workflow, popular, clock);
	}

	static PortalHumanLoops portal(ReviewTasks tasks, AnimeStore store, EntryParts parts, WorkflowCallback workflow,
			PopularRank popular, InstantSource clock) {
		return new PortalHumanLoops(tasks, new Subjects(parts::findProposal, store::find, popular), workflow, clock);
	}

}

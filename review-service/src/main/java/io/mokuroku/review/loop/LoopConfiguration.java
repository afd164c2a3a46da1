package io.mokuroku.review.loop;

import java.time.InstantSource;

import io.mokuroku.review.task.ReviewTasks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoopConfiguration {

	@Bean
	HumanLoops humanLoops(ReviewTasks tasks, InstantSource clock) {
		return new PortalHumanLoops(tasks, clock);
	}

}

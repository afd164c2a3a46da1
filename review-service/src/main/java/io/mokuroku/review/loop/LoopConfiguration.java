package io.mokuroku.review.loop;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.task.ReviewTasks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoopConfiguration {

	@Bean
	HumanLoops humanLoops(ReviewTasks tasks, InstantSource clock) {
		return new PortalHumanLoops(tasks, clock);
	}

	@Bean
	SqsMessageListenerContainer<String> reviewRequests(QueueListeners listeners, HumanLoops loops) {
		return listeners.listen(ReviewRequested.class, 4, loops::start);
	}

}

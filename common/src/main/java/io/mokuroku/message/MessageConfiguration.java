package io.mokuroku.message;

import java.time.Duration;
import java.util.random.RandomGenerator;

import io.awspring.cloud.autoconfigure.sqs.SqsAsyncClientCustomizer;
import io.awspring.cloud.autoconfigure.sqs.SqsAutoConfiguration;
import io.mokuroku.cloud.Patience;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.topology.Topology;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/**
 * Sending and receiving messages, for every service.
 */
@AutoConfiguration(after = SqsAutoConfiguration.class)
@ConditionalOnBean(SqsAsyncClient.class)
public class MessageConfiguration {

	@Bean
	SqsAsyncClientCustomizer patienceWithQueues() {
		return Patience.QUEUES::withAsync;
	}

	@Bean
	Topology topology() {
		return Topology.load();
	}

	@Bean
	QueueUrls queueUrls(SqsAsyncClient sqs) {
		return new QueueUrls(sqs);
	}

	@Bean
	MessageSender messageSender(SqsAsyncClient sqs, QueueUrls urls, TraceContexts traces) {
		return new MessageSender(sqs, urls, traces);
	}

	@Bean
	QueueListeners queueListeners(SqsAsyncClient sqs, QueueUrls urls, TraceContexts traces, Topology topology,
			@Value("${mokuroku.queues.poll-for:20s}") Duration pollFor,
			@Value("${mokuroku.queues.hide-for:1h}") Duration hideFor) {
		return new QueueListeners(sqs, urls, traces, new FailurePolicy(RandomGenerator.getDefault()), topology, pollFor,
				hideFor);
	}

}

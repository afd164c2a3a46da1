package io.mokuroku.message;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import io.awspring.cloud.autoconfigure.sqs.SqsAsyncClientCustomizer;
import io.awspring.cloud.autoconfigure.sqs.SqsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.cloud.Patience;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.topology.Topology;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.ObjectProvider;
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
			ObjectProvider<MeterRegistry> registry, ObjectProvider<InstantSource> clocks,
			@Value("${mokuroku.queues.poll-for:20s}") Duration pollFor,
			@Value("${mokuroku.queues.hide-for:1h}") Duration hideFor) {
		InstantSource clock = clocks.getIfAvailable(InstantSource::system);
		return new QueueListeners(sqs, urls, traces, new FailurePolicy(RandomGenerator.getDefault()),
				new QueueMeters(registry.getIfAvailable(SimpleMeterRegistry::new), clock), clock, topology, pollFor,
				hideFor);
	}

}

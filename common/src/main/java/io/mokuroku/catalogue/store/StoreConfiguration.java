package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.message.MessageConfiguration;
import io.mokuroku.message.MessageSender;
import io.mokuroku.telemetry.TraceContexts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The catalogue store, for every service.
 */
@AutoConfiguration(after = MessageConfiguration.class)
@EnableConfigurationProperties(StoreSettings.class)
public class StoreConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DynamoDbClient dynamoDbClient(StoreSettings settings) {
		return settings.patience().with(DynamoDbClient.builder()).build();
	}

	@Bean
	@ConditionalOnMissingBean
	InstantSource clock() {
		return InstantSource.system();
	}

	@Bean
	Outbox outbox(DynamoDbClient dynamo) {
		return new Outbox(dynamo);
	}

	@Bean
	OutboxRelay outboxRelay(Outbox outbox, MessageSender sender, InstantSource clock,
			@Value("${mokuroku.outbox.sweep-every:15s}") Duration sweepEvery, ObjectProvider<MeterRegistry> meters) {
		return new OutboxRelay(outbox, sender, clock, sweepEvery, meters.getIfAvailable(SimpleMeterRegistry::new));
	}

	@Bean
	AnimeStore animeStore(DynamoDbClient dynamo, OutboxRelay relay, TraceContexts traces, InstantSource clock) {
		return new AnimeStore(dynamo, relay, traces, clock);
	}

	@Bean
	EntryParts entryParts(DynamoDbClient dynamo) {
		return new EntryParts(dynamo);
	}

	@Bean
	TruthItems truthItems(DynamoDbClient dynamo) {
		return TruthItems.of(dynamo);
	}

	@Bean
	EntryScan entryScan(DynamoDbClient dynamo) {
		return new EntryScan(dynamo);
	}

	@Bean
	ChangeFeed changeFeed(DynamoDbClient dynamo) {
		return new ChangeFeed(dynamo);
	}

	@Bean
	CatalogueMeans catalogueMeans(DynamoDbClient dynamo) {
		return new CatalogueMeans(dynamo);
	}

	@Bean
	AppliedDatasets appliedDatasets(DynamoDbClient dynamo) {
		return new AppliedDatasets(dynamo);
	}

	@Bean
	SourceLinks sourceLinks(DynamoDbClient dynamo) {
		return new SourceLinks(dynamo);
	}

	@Bean
	ProcessingLocks processingLocks(DynamoDbClient dynamo, InstantSource clock) {
		return new ProcessingLocks(dynamo, clock);
	}

}

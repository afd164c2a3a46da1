package io.mokuroku.episodes.trigger;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.episodes.plan.HandledEpisodes;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.Outgoing;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.telemetry.TraceContexts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriggerSettings.class)
class TriggerConfiguration {

	@Bean
	AiredEpisodes airedEpisodes(DynamoDbClient dynamo) {
		return new AiredEpisodes(dynamo);
	}

	@Bean
	HandledEpisodes handledEpisodes(AiredEpisodes memory, EntryParts parts) {
		return new PassedOnEpisodes(memory, parts::listsEpisode);
	}

	@Bean
	TakeAiredEpisodes takeAiredEpisodes(AnimeStore store, EntryParts parts, AiredEpisodes memory, MessageSender sender,
			TraceContexts traces, MeterRegistry meters, InstantSource clock, TriggerSettings settings) {
		TriggerEpisode trigger = new TriggerEpisode(store::find, parts::listsEpisode, memory, sender::send, clock,
				settings.oldest(), settings.ladder());
		return new TakeAiredEpisodes(trigger, (episodes) -> sender
			.sendAll(episodes.stream().map((episode) -> Outgoing.of(episode, traces.current().orElse(null))).toList()),
				meters);
	}

	@Bean
	EnrichPremieres enrichPremieres(AnimeStore store, AiredEpisodes memory, MessageSender sender, InstantSource clock,
			TriggerSettings settings) {
		return new EnrichPremieres(store::airing, memory, sender::send, settings.premieresWithin(), clock);
	}

	@Bean
	SqsMessageListenerContainer<String> episodeUpdates(QueueListeners listeners, TakeAiredEpisodes take,
			TriggerSettings settings) {
		return listeners.listen(EpisodeAired.class, settings.concurrency(), take);
	}

}

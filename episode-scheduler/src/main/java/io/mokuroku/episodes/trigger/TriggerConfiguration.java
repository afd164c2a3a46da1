package io.mokuroku.episodes.trigger;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
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
	TriggerEpisode triggerEpisode(AnimeStore store, AiredEpisodes memory, MessageSender sender, InstantSource clock,
			TriggerSettings settings) {
		return new TriggerEpisode(store::find, memory, sender::send, clock, settings.oldest());
	}

	@Bean
	SqsMessageListenerContainer<String> episodeUpdates(QueueListeners listeners, TriggerEpisode triggerEpisode,
			TriggerSettings settings) {
		return listeners.listen(EpisodeAired.class, settings.concurrency(), triggerEpisode::handle);
	}

}

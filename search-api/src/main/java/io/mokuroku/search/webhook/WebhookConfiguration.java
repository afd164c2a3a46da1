package io.mokuroku.search.webhook;

import java.security.SecureRandom;
import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.WebhookDelivery;
import io.mokuroku.search.changes.TellChanges;
import io.mokuroku.search.role.OfIndexer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Webhooks, and what brings events to them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

	@Bean
	Webhooks webhooks(DynamoDbClient dynamo) {
		return new DynamoWebhooks(dynamo);
	}

	@Bean
	PostEvent postEvent(WebhookSettings settings, InstantSource clock) {
		return new PostEvent(settings, clock);
	}

	@Bean
	AnnounceChanges announceChanges(Webhooks webhooks, TellChanges tell, MessageSender sender, JsonMapper json,
			InstantSource clock, WebhookSettings settings) {
		return new AnnounceChanges(webhooks, tell, sender, json, clock, settings);
	}

	@Bean
	@OfIndexer
	SqsMessageListenerContainer<String> webhookDeliveries(QueueListeners listeners, Webhooks webhooks, PostEvent post,
			WebhookSettings settings, InstantSource clock) {
		return listeners.listen(WebhookDelivery.class, settings.concurrency(),
				new DeliverEvent(webhooks, post, settings, clock));
	}

	@Bean
	SecureRandom webhookSecrets() {
		return new SecureRandom();
	}

}

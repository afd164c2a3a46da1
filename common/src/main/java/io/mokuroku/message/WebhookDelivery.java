package io.mokuroku.message;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Asks search-api to bring an event to a webhook.
 *
 * @param webhookId the webhook
 * @param eventId the same however often the event is brought
 * @param at when it happened
 * @param body what is posted, byte by byte
 */
public record WebhookDelivery(UUID webhookId, String eventId, Instant at, String body) implements QueueMessage {

	public WebhookDelivery {
		Objects.requireNonNull(webhookId, "webhookId");
		Objects.requireNonNull(eventId, "eventId");
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(body, "body");
	}

}

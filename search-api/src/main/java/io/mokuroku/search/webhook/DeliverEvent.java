package io.mokuroku.search.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.mokuroku.message.MessageHandler;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.WebhookDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an event to a webhook, again and again while the event is young enough. The
 * queue keeps it between attempts.
 */
final class DeliverEvent implements MessageHandler<WebhookDelivery> {

	private static final Logger logger = LoggerFactory.getLogger(DeliverEvent.class);

	/** A queue hides a message for twelve hours at most. */
	private static final Duration LONGEST_PAUSE = Duration.ofHours(11);

	private final Webhooks webhooks;

	private final PostEvent post;

	private final WebhookSettings settings;

	DeliverEvent(Webhooks webhooks, PostEvent post, WebhookSettings settings) {
		this.webhooks = webhooks;
		this.post = post;
		this.settings = settings;
	}

	@Override
	public void handle(WebhookDelivery event) {
		Optional<Webhook> webhook = this.webhooks.find(event.webhookId()).filter(Webhook::active);
		if (webhook.isEmpty()) {
			return;
		}
		Webhook.Attempt attempt = this.post.post(webhook.get(), event.eventId(), event.body());
		Optional<Webhook> after = this.webhooks.update(event.webhookId(),
				(before) -> before.after(attempt, this.settings.disableAfter()));
		if (attempt.succeeded()) {
			return;
		}
		if (after.filter(Webhook::active).isEmpty()) {
			logger.warn("webhook disabled webhook={} outcome=\"{}\"", event.webhookId(), attempt.outcome());
			return;
		}
		Duration pause = pause(event.at(), attempt.at());
		if (attempt.at().plus(pause).isAfter(event.at().plus(this.settings.giveUpAfter()))) {
			logger.warn("webhook event given up webhook={} event={} outcome=\"{}\"", event.webhookId(), event.eventId(),
					attempt.outcome());
			return;
		}
		throw new RetryableFailure("Webhook %s: %s".formatted(event.webhookId(), attempt.outcome()), null, pause);
	}

	/** The next attempt is made when the event is four times as old. */
	private Duration pause(Instant happened, Instant tried) {
		Duration grown = Duration.between(happened, tried).multipliedBy(3);
		Duration pause = (grown.compareTo(this.settings.retryAfter()) > 0) ? grown : this.settings.retryAfter();
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

}

package io.mokuroku.search.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.mokuroku.message.MessageHandler;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.WebhookDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an event to a webhook, again and again while the event is young enough. The
 * queue keeps it between attempts. One that fails is tried with one event at a time, so
 * that its slowness is not that of all others.
 */
final class DeliverEvent implements MessageHandler<WebhookDelivery> {

	private static final Logger logger = LoggerFactory.getLogger(DeliverEvent.class);

	/** A queue hides a message for twelve hours at most. */
	private static final Duration LONGEST_PAUSE = Duration.ofHours(11);

	private final Webhooks webhooks;

	private final PostEvent post;

	private final WebhookSettings settings;

	private final InstantSource clock;

	/** The failing ones that are tried just now. */
	private final Set<UUID> trying = ConcurrentHashMap.newKeySet();

	DeliverEvent(Webhooks webhooks, PostEvent post, WebhookSettings settings, InstantSource clock) {
		this.webhooks = webhooks;
		this.post = post;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void handle(WebhookDelivery event) {
		Optional<Webhook> known = this.webhooks.find(event.webhookId()).filter(Webhook::active);
		if (known.isEmpty()) {
			return;
		}
		Webhook webhook = known.get();
		if (webhook.failingSince() == null) {
			bring(event, webhook);
			return;
		}
		Instant now = this.clock.instant();
		if (now.isBefore(webhook.lastTried().plus(this.settings.retryAfter())) || !this.trying.add(webhook.id())) {
			later(event, now, "it fails and was tried a moment ago");
			return;
		}
		try {
			bring(event, webhook);
		}
		finally {
			this.trying.remove(webhook.id());
		}
	}

	private void bring(WebhookDelivery event, Webhook webhook) {
		Webhook.Attempt attempt = this.post.post(webhook, event.eventId(), event.body());
		Optional<Webhook> after;
		try {
			after = this.webhooks.update(event.webhookId(),
					(before) -> before.after(attempt, this.settings.disableAfter()));
		}
		catch (RetryableFailure | PermanentFailure ex) {
			if (attempt.succeeded()) {
				logger.warn("webhook attempt not kept webhook={} event={} failure=\"{}\"", event.webhookId(),
						event.eventId(), ex.getMessage());
				return;
			}
			throw ex;
		}
		if (attempt.succeeded()) {
			return;
		}
		if (after.filter(Webhook::active).isEmpty()) {
			logger.warn("webhook disabled webhook={} outcome=\"{}\"", event.webhookId(), attempt.outcome());
			return;
		}
		later(event, attempt.at(), attempt.outcome());
	}

	/** Has the queue bring the event again, unless it is too old by then. */
	private void later(WebhookDelivery event, Instant tried, String outcome) {
		Duration pause = pause(event.at(), tried);
		if (tried.plus(pause).isAfter(event.at().plus(this.settings.giveUpAfter()))) {
			logger.warn("webhook event given up webhook={} event={} outcome=\"{}\"", event.webhookId(), event.eventId(),
					outcome);
			return;
		}
		throw new RetryableFailure("Webhook %s: %s".formatted(event.webhookId(), outcome), null, pause);
	}

	/** The next attempt is made when the event is four times as old. */
	private Duration pause(Instant happened, Instant tried) {
		Duration grown = Duration.between(happened, tried).multipliedBy(3);
		Duration pause = (grown.compareTo(this.settings.retryAfter()) > 0) ? grown : this.settings.retryAfter();
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

}

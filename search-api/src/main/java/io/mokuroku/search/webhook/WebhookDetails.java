package io.mokuroku.search.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.search.answer.Resource;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its owner sees it.
 *
 * @param url where events are posted to
 * @param includeAdult whether it hears of adult entries
 * @param state whether it is told anything
 * @param createdAt since when it exists
 * @param failingSince since when no attempt has succeeded
 * @param disabledBecause why it is told nothing any more
 * @param attempts the last attempts, the newest first
 * @param secret what events are signed with; told once, when it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookDetails(@Schema(example = "https://example.org/hooks/mokuroku") URI url, boolean includeAdult,
		State state, Instant createdAt, @Nullable Instant failingSince, @Nullable String disabledBecause,
		List<Webhook.Attempt> attempts, @Nullable String secret) {

	static Resource<WebhookDetails> resource(Webhook webhook) {
		return resource(webhook, null);
	}

	static Resource<WebhookDetails> withSecret(Webhook webhook) {
		return resource(webhook, webhook.secret());
	}

	private static Resource<WebhookDetails> resource(Webhook webhook, @Nullable String secret) {
		return new Resource<>("webhook", webhook.id().toString(),
				new WebhookDetails(webhook.url(), webhook.adult(), webhook.active() ? State.ACTIVE : State.DISABLED,
						webhook.createdAt(), webhook.failingSince(), webhook.disabledBecause(), webhook.attempts(),
						secret),
				null);
	}

	/** Whether a webhook is told anything. */
	enum State {

		/** It is. */
		ACTIVE,

		/** It is not, until a ping has succeeded. */
		DISABLED

	}

}

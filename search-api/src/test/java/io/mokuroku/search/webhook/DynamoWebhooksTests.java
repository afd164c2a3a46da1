package io.mokuroku.search.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class DynamoWebhooksTests {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

	private final DynamoWebhooks webhooks = new DynamoWebhooks(LocalEngines.start().dynamo());

	@Test
	void refusesForGoodWhatIsTooLong() {
		Webhook tooLong = at("https://example.org/" + "x".repeat(410_000));
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.webhooks.add(tooLong, 10))
			.withMessageContaining("webhooks " + tooLong.id())
			.returns("item_refused", PermanentFailure::code);
		assertThat(this.webhooks.find(tooLong.id())).isEmpty();
	}

	@Test
	void refusesForGoodWhatHasBecomeTooLong() {
		Webhook webhook = at("https://example.org/");
		this.webhooks.add(webhook, 10);
		Webhook.Attempt attempt = new Webhook.Attempt(NOW, "evt_1", null, "x".repeat(410_000), 7);
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.webhooks.update(webhook.id(), (before) -> before.after(attempt, Duration.ofDays(5))))
			.returns("item_refused", PermanentFailure::code);
		assertThat(this.webhooks.find(webhook.id())).hasValue(webhook);
		this.webhooks.remove(webhook);
	}

	private static Webhook at(String url) {
		return new Webhook(UUID.randomUUID(), "frank", URI.create(url),
				"whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", false, NOW, 1, null, null, List.of());
	}

}

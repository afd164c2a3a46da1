package io.mokuroku.search.webhook;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are told of changes.
 *
 * @param loopback whether this machine may be posted to, also by plain HTTP; for trying
 * things out
 * @param most how many webhooks one owner may have
 * @param concurrency how many events are brought at once
 * @param connect how long a connection may take, at least 1 ms
 * @param total how long a whole attempt may take, at least 1 ms
 * @param retryAfter how long after the first failed attempt the second is made, at least
 * 1 ms; each later one is made when the event is four times as old
 * @param giveUpAfter how old an event may become, at least 1 ms
 * @param disableAfter after how long without any success a webhook is told nothing more,
 * at least 1 ms
 * @param refresh how long a list of webhooks is used, not negative; 0 reads it anew each
 * time
 */
@Validated
@ConfigurationProperties("mokuroku.webhooks")
record WebhookSettings(@DefaultValue("false") boolean loopback, @Min(1) @DefaultValue("10") int most,
		@Min(1) @Max(100) @DefaultValue("10") int concurrency, @NotNull @DefaultValue("5s") Duration connect,
		@NotNull @DefaultValue("10s") Duration total, @NotNull @DefaultValue("5s") Duration retryAfter,
		@NotNull @DefaultValue("24h") Duration giveUpAfter, @NotNull @DefaultValue("5d") Duration disableAfter,
		@NotNull @DefaultValue("5s") Duration refresh) {

	WebhookSettings {
		if (connect.toMillis() < 1 || total.toMillis() < 1 || retryAfter.toMillis() < 1 || giveUpAfter.toMillis() < 1
				|| disableAfter.toMillis() < 1) {
			throw new IllegalArgumentException("durations of mokuroku.webhooks but refresh last at least 1ms");
		}
		if (refresh.isNegative()) {
			throw new IllegalArgumentException("mokuroku.webhooks.refresh must not be negative");
		}
	}

}

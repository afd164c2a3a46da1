package io.mokuroku.search.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class WebhookSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of()))
			.isEqualTo(new WebhookSettings(false, 10, 10, Duration.ofSeconds(5), Duration.ofSeconds(10),
					Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofDays(5), Duration.ofSeconds(5)));
	}

	@Test
	void readsEveryKey() {
		Map<String, String> all = Map.of("loopback", "true", "most", "1", "concurrency", "2", "connect", "3s", "total",
				"4s", "retry-after", "6s", "give-up-after", "7h", "disable-after", "8d", "refresh", "9s");
		assertThat(bind(all)).isEqualTo(new WebhookSettings(true, 1, 2, Duration.ofSeconds(3), Duration.ofSeconds(4),
				Duration.ofSeconds(6), Duration.ofHours(7), Duration.ofDays(8), Duration.ofSeconds(9)));
	}

	@Test
	void refusesWhatCannotWork() {
		for (String key : List.of("connect", "total", "retry-after", "give-up-after", "disable-after")) {
			for (String value : List.of("0s", "-1s")) {
				assertThatExceptionOfType(BindException.class).as(key + " " + value)
					.isThrownBy(() -> bind(Map.of(key, value)));
			}
		}
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of("refresh", "-1s")));
		assertThat(bind(Map.of("refresh", "0s")).refresh()).isZero();
	}

	private static WebhookSettings bind(Map<String, String> settings) {
		Map<String, String> named = new HashMap<>();
		settings.forEach((key, value) -> named.put("mokuroku.webhooks." + key, value));
		return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("mokuroku.webhooks",
				WebhookSettings.class);
	}

}

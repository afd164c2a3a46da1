package io.mokuroku.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.mokuroku.web.limit.Quota;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new LimitSettings(true, Duration.ofMillis(25),
				new LimitSettings.Anonymous(aMinute(300), aMinute(120), aMinute(10), aMinute(20), aMinute(30)),
				new LimitSettings.Known(aMinute(3_000), aMinute(1_200), aMinute(60), aMinute(120), aMinute(600))));
	}

	@Test
	void readsEveryKey() {
		Map<String, String> properties = new HashMap<>();
		properties.put("mokuroku.web.limits.enabled", "false");
		properties.put("mokuroku.web.limits.patience", "7ms");
		int count = 0;
		for (String who : new String[] { "anonymous", "known" }) {
			for (LimitClass kind : LimitClass.values()) {
				properties.put("mokuroku.web.limits." + who + "." + kind.label(), ++count + "/2m");
			}
		}
		LimitSettings settings = bind(properties);
		assertThat(settings.enabled()).isFalse();
		assertThat(settings.patience()).isEqualTo(Duration.ofMillis(7));
		Stream<Quota> quotas = Stream.of(true, false)
			.flatMap((anonymous) -> Arrays.stream(LimitClass.values()).map((kind) -> settings.quota(kind, anonymous)));
		assertThat(quotas).extracting(Quota::requests).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
	}

	@Test
	void waitsAtMostASecond() {
		assertThatIllegalArgumentException().isThrownBy(() -> {
			LimitSettings usual = bind(Map.of());
			new LimitSettings(true, Duration.ofSeconds(2), usual.anonymous(), usual.known());
		});
	}

	private static Quota aMinute(int requests) {
		return new Quota(requests, Duration.ofMinutes(1));
	}

	private static LimitSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.web.limits",
				LimitSettings.class);
	}

}

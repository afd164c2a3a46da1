package io.mokuroku.enrichment.image;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

final class ImageSettingsTests {

	@Test
	void staysOutOfPrivateNetworksUnlessToldOtherwise() {
		assertThat(bound(Map.of())).isEqualTo(
				new ImageSettings("mokuroku-images", false, List.of(), DataSize.ofMegabytes(10), 12_000, 50_000_000,
						Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofDays(7), 4));
	}

	@Test
	void readsEveryKey() {
		Map<String, String> keys = new HashMap<>(Map.of("bucket", "pictures", "allow-private-hosts", "true", "hosts",
				"a.example,b.example", "largest", "1MB", "longest-side", "10", "most-pixels", "20"));
		keys.putAll(Map.of("connect-timeout", "1s", "read-timeout", "3s", "patience", "4s", "retry-after", "1d",
				"concurrency", "2"));
		assertThat(bound(keys)).isEqualTo(
				new ImageSettings("pictures", true, List.of("a.example", "b.example"), DataSize.ofMegabytes(1), 10, 20,
						Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofDays(1), 2));
	}

	private static ImageSettings bound(Map<String, String> keys) {
		Map<String, String> properties = new HashMap<>();
		keys.forEach((key, value) -> properties.put("mokuroku.images." + key, value));
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.images",
				ImageSettings.class);
	}

}

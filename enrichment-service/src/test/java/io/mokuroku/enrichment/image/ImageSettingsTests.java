package io.mokuroku.enrichment.image;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

final class ImageSettingsTests {

	@Test
	void staysOutOfPrivateNetworksUnlessToldOtherwise() {
		assertThat(bound(Map.of())).isEqualTo(new ImageSettings("mokuroku-images", false, DataSize.ofMegabytes(10),
				Duration.ofSeconds(2), Duration.ofSeconds(15), 4));
	}

	@Test
	void readsEveryKey() {
		assertThat(bound(Map.of("mokuroku.images.bucket", "pictures", "mokuroku.images.allow-private-hosts", "true",
				"mokuroku.images.largest", "1MB", "mokuroku.images.connect-timeout", "1s",
				"mokuroku.images.read-timeout", "3s", "mokuroku.images.concurrency", "2")))
			.isEqualTo(new ImageSettings("pictures", true, DataSize.ofMegabytes(1), Duration.ofSeconds(1),
					Duration.ofSeconds(3), 2));
	}

	private static ImageSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.images",
				ImageSettings.class);
	}

}

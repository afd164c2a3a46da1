package io.mokuroku.review.portal;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class PortalSettingsTests {

	@Test
	void asksForAllThatThePortalNeeds() {
		assertThat(bound(Map.of())).isEqualTo(new PortalSettings("mokuroku-portal", null,
				Set.of("openid", "reviews.read", "reviews.decide", "reviews.manage")));
	}

	@Test
	void asksForWhatItIsTold() {
		assertThat(bound(Map.of("mokuroku.portal.scopes", "openid,mokuroku/reviews.read")).scopes())
			.containsExactlyInAnyOrder("openid", "mokuroku/reviews.read");
	}

	private static PortalSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.portal",
				PortalSettings.class);
	}

}

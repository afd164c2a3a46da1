package io.mokuroku.enrichment;

import java.util.Map;

import io.mokuroku.enrichment.assemble.ReviewLimits;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

final class ReviewSettingsTests {

	@Test
	void looksAtThePopularAndAtOneOfFifty() {
		assertThat(bound(Map.of()).limits()).isEqualTo(new ReviewLimits(2000, 0.02, 1));
	}

	@Test
	void readsWhatAnOperatorWrites() {
		assertThat(
				bound(Map.of("mokuroku.enrichment.review.popular-rank", "0", "mokuroku.enrichment.review.sample-share",
						"0.5", "mokuroku.enrichment.review.sample-seed", "7"))
					.limits())
			.isEqualTo(new ReviewLimits(0, 0.5, 7));
	}

	@Test
	void refusesWhatCannotBe() {
		assertThatException().isThrownBy(() -> bound(Map.of("mokuroku.enrichment.review.sample-share", "2")));
		assertThatException().isThrownBy(() -> bound(Map.of("mokuroku.enrichment.review.popular-rank", "-1")));
	}

	private static ReviewSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.enrichment.review",
				ReviewSettings.class);
	}

}

package io.mokuroku.review.workforce;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class WorkforceSettingsTests {

	@Test
	void keepsReviewersInATableUnlessToldOtherwise() {
		assertThat(bound(Map.of())).isEqualTo(new WorkforceSettings(true, null, "reviewers", "leads", null, null));
	}

	@Test
	void readsEveryKey() {
		assertThat(bound(Map.of("newcomers", "false", "user-pool-id", "pool", "reviewers", "r", "leads", "l",
				"workteam", "team", "client-id", "client")))
			.isEqualTo(new WorkforceSettings(false, "pool", "r", "l", "team", "client"));
	}

	@Test
	void refusesAWorkteamOfNobody() {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(bound(Map.of("workteam", "team")))).hasSize(1);
			assertThat(factory.getValidator().validate(bound(Map.of()))).isEmpty();
		}
	}

	private static WorkforceSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties.entrySet()
			.stream()
			.collect(Collectors.toMap((each) -> "mokuroku.reviews.workforce." + each.getKey(), Map.Entry::getValue))))
			.bindOrCreate("mokuroku.reviews.workforce", WorkforceSettings.class);
	}

}

package io.mokuroku.review.loop;

import java.time.Duration;
import java.util.Map;

import io.mokuroku.review.loop.LoopSettings.Way;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class LoopSettingsTests {

	private static final String FLOW = "mokuroku.review.a2i.flow-definition-arn";

	private static final String OUTPUT = "mokuroku.review.a2i.output";

	@Test
	void asksInThePortalUnlessToldOtherwise() {
		assertThat(way(Map.of())).isEqualTo(Way.PORTAL);
		assertThat(way(Map.of("mokuroku.review.loop", "a2i"))).isEqualTo(Way.A2I);
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> way(Map.of("mokuroku.review.loop", "pigeons")));
	}

	@Test
	void hasDefaultsForA2iAndReadsEveryKey() {
		Map<String, String> least = Map.of(FLOW, A2iFake.FLOW, OUTPUT, A2iFake.PLACE);
		assertThat(a2i(least)).isEqualTo(new A2iSettings(A2iFake.FLOW, A2iFake.PLACE, 2, Duration.ofMinutes(5)));
		assertThat(a2i(Map.of(FLOW, A2iFake.FLOW, OUTPUT, A2iFake.PLACE, "mokuroku.review.a2i.attempts", "3",
				"mokuroku.review.a2i.sweep-every", "1m")))
			.isEqualTo(new A2iSettings(A2iFake.FLOW, A2iFake.PLACE, 3, Duration.ofMinutes(1)));
	}

	@Test
	void refusesWhatCannotWork() {
		assertThat(faults(new A2iSettings(A2iFake.FLOW, A2iFake.PLACE, 2, Duration.ofMinutes(5)))).isZero();
		assertThat(faults(new A2iSettings("reviews", "https://answers", 10, Duration.ZERO))).isEqualTo(4);
	}

	private static Way way(Map<String, String> properties) {
		return binder(properties).bindOrCreate("mokuroku.review", LoopSettings.class).loop();
	}

	private static A2iSettings a2i(Map<String, String> properties) {
		return binder(properties).bindOrCreate("mokuroku.review.a2i", A2iSettings.class);
	}

	private static Binder binder(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties));
	}

	private static int faults(A2iSettings settings) {
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			Validator validator = factory.getValidator();
			return validator.validate(settings).size();
		}
	}

}

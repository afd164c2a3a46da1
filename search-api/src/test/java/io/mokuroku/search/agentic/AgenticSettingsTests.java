package io.mokuroku.search.agentic;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.mokuroku.search.agentic.choice.Canary;
import io.mokuroku.search.agentic.choice.Model;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class AgenticSettingsTests {

	private static final String AT = "mokuroku.search.agentic.";

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new AgenticSettings(false, "us-west-2",
				List.of(model("qwen.qwen3-32b-v1:0", "0.15", "0.60"),
						model("qwen.qwen3-235b-a22b-2507-v1:0", "0.34", "1.37")),
				null, Duration.ofSeconds(10), Duration.ofSeconds(4), 3, 800, 16, BigDecimal.valueOf(50), 3, 5,
				Duration.ofSeconds(30), Duration.ofHours(24), Duration.ofSeconds(10)));
	}

	@Test
	void readsEveryKey() {
		Map<String, String> keys = Map.ofEntries(Map.entry(AT + "enabled", "true"),
				Map.entry(AT + "region", "eu-north-1"), Map.entry(AT + "models[0].id", "a"),
				Map.entry(AT + "models[0].prompt", "v1"), Map.entry(AT + "models[0].price-in", "1"),
				Map.entry(AT + "models[0].price-out", "2"), Map.entry(AT + "canary.share", "7"),
				Map.entry(AT + "canary.model.id", "b"), Map.entry(AT + "canary.model.prompt", "v1"),
				Map.entry(AT + "canary.model.price-in", "3"), Map.entry(AT + "canary.model.price-out", "4"),
				Map.entry(AT + "deadline", "20s"), Map.entry(AT + "patience", "8s"), Map.entry(AT + "rounds", "2"),
				Map.entry(AT + "max-tokens", "500"), Map.entry(AT + "concurrency", "4"),
				Map.entry(AT + "ceiling-usd", "12.5"), Map.entry(AT + "instances", "2"),
				Map.entry(AT + "failures", "9"), Map.entry(AT + "rest", "1m"), Map.entry(AT + "plan-kept", "0s"),
				Map.entry(AT + "refresh", "5s"));
		assertThat(bind(keys)).isEqualTo(new AgenticSettings(true, "eu-north-1", List.of(model("a", "1", "2")),
				new Canary(7, model("b", "3", "4")), Duration.ofSeconds(20), Duration.ofSeconds(8), 2, 500, 4,
				new BigDecimal("12.5"), 2, 9, Duration.ofMinutes(1), Duration.ZERO, Duration.ofSeconds(5)));
	}

	@Test
	void refusesWhatCannotWork() {
		try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
			AgenticSettings wrong = new AgenticSettings(true, " ",
					List.of(new Model("a b", "new", BigDecimal.ZERO, BigDecimal.ONE)),
					new Canary(101, model("b", "1", "1")), Duration.ofMinutes(2), Duration.ZERO, 4, 50, 0,
					BigDecimal.valueOf(-1), 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
			assertThat(validators.getValidator().validate(wrong))
				.extracting((violation) -> violation.getPropertyPath().toString())
				.containsExactlyInAnyOrder("region", "models[0].id", "models[0].prompt", "models[0].priceIn",
						"canary.share", "deadline", "patience", "rounds", "maxTokens", "concurrency", "ceilingUsd",
						"instances", "failures", "rest", "refresh");
		}
	}

	@Test
	void tokensCostWhatTheyCost() {
		assertThat(model("a", "0.15", "0.60").nanos(1_000_000, 1_000_000)).isEqualTo(750_000_000);
		assertThat(model("a", "0.15", "0.60").nanos(1, 0)).isEqualTo(150);
	}

	private static Model model(String id, String in, String out) {
		return new Model(id, "v1", new BigDecimal(in), new BigDecimal(out));
	}

	private static AgenticSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.search.agentic",
				AgenticSettings.class);
	}

}

package io.mokuroku.search.index;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class QdrantSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new QdrantSettings("localhost", 6334, false, null, "anime",
				"all-minilm-l6-v2-q", 384, Duration.ofSeconds(5)));
	}

	@Test
	void readsEveryKeyAndKeepsTheSecret() {
		QdrantSettings settings = bind(Map.of("mokuroku.index.qdrant.host", "vectors", "mokuroku.index.qdrant.port",
				"443", "mokuroku.index.qdrant.tls", "true", "mokuroku.index.qdrant.api-key", "secret",
				"mokuroku.index.qdrant.alias", "shows", "mokuroku.index.qdrant.model", "titan",
				"mokuroku.index.qdrant.dimension", "1024", "mokuroku.index.qdrant.timeout", "2s"));
		assertThat(settings).isEqualTo(
				new QdrantSettings("vectors", 443, true, "secret", "shows", "titan", 1024, Duration.ofSeconds(2)));
		assertThat(settings.toString()).doesNotContain("secret");
	}

	@Test
	void refusesWhatCannotWork() {
		try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
			assertThat(validators.getValidator()
				.validate(new QdrantSettings("localhost", 0, false, null, "a_next", "a/b", 0, Duration.ofSeconds(5))))
				.extracting((violation) -> violation.getPropertyPath().toString())
				.containsExactlyInAnyOrder("port", "alias", "model", "dimension");
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new QdrantSettings("localhost", 1, false, null, "anime", "model", 1, Duration.ZERO));
	}

	private static QdrantSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.index.qdrant",
				QdrantSettings.class);
	}

}

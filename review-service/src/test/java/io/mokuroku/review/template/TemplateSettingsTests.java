package io.mokuroku.review.template;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class TemplateSettingsTests {

	@Test
	void registersNothingUnlessToldTo() {
		assertThat(bound(Map.of())).isEqualTo(new TemplateSettings(false));
		assertThat(bound(Map.of("mokuroku.reviews.templates.register-task-uis", "true")))
			.isEqualTo(new TemplateSettings(true));
	}

	private static TemplateSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.reviews.templates",
				TemplateSettings.class);
	}

}

package io.mokuroku.web;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class SharedDefaultsTests {

	@Test
	void yieldToEveryOtherSource() {
		StandardEnvironment environment = environment(Map.of("server.tomcat.max-parameter-count", "7"));
		assertThat(environment.getProperty("server.tomcat.max-parameter-count")).isEqualTo("7");
		assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
		assertThat(environment.getProperty("spring.security.oauth2.resourceserver.jwt.audiences"))
			.isEqualTo("mokuroku-api");
	}

	@Test
	void pushMetricsOnlyWhereACollectorIsNamed() {
		assertThat(environment(Map.of()).getProperty("management.otlp.metrics.export.enabled")).isEqualTo("false");
		Map<String, Object> collector = Map.of("management.otlp.metrics.export.url",
				"http://collector:4318/v1/metrics");
		assertThat(environment(collector).getProperty("management.otlp.metrics.export.enabled")).isEqualTo("true");
	}

	@Test
	void sendEverythingToOneCollector() {
		StandardEnvironment told = environment(Map.of("mokuroku.telemetry.endpoint", "http://collector:4318",
				"management.opentelemetry.logging.export.otlp.endpoint", "http://elsewhere/logs"));
		assertThat(told.getProperty("management.opentelemetry.tracing.export.otlp.endpoint"))
			.isEqualTo("http://collector:4318/v1/traces");
		assertThat(told.getProperty("management.opentelemetry.logging.export.otlp.endpoint"))
			.isEqualTo("http://elsewhere/logs");
		assertThat(told.getProperty("management.otlp.metrics.export.url"))
			.isEqualTo("http://collector:4318/v1/metrics");
		assertThat(told.getProperty("management.otlp.metrics.export.enabled")).isEqualTo("true");
		StandardEnvironment empty = environment(Map.of("mokuroku.telemetry.endpoint", ""));
		assertThat(empty.containsProperty("management.opentelemetry.tracing.export.otlp.endpoint")).isFalse();
		assertThat(empty.getProperty("management.otlp.metrics.export.enabled")).isEqualTo("false");
	}

	@Test
	void openReadsAndBoundBodies() {
		WebSettings settings = bind(Map.of());
		assertThat(settings.anonymousReads()).isTrue();
		assertThat(settings.maxBodySize().toKilobytes()).isEqualTo(1024);
		assertThat(settings.scopePrefix()).isEmpty();
		assertThat(settings.openapi()).isEqualTo(new WebSettings.OpenApi(null, null, "v1", null, null));
	}

	@Test
	void canBeChangedKeyByKey() {
		WebSettings settings = bind(Map.of("mokuroku.web.anonymous-reads", "false", "mokuroku.web.max-body-size", "5MB",
				"mokuroku.web.scope-prefix", "mokuroku-api/", "mokuroku.web.openapi.title", "Search",
				"mokuroku.web.openapi.description", "Finds anime", "mokuroku.web.openapi.version", "v2",
				"mokuroku.web.openapi.authorization-url", "https://login.example/authorize",
				"mokuroku.web.openapi.token-url", "https://login.example/token"));
		assertThat(settings.anonymousReads()).isFalse();
		assertThat(settings.maxBodySize().toMegabytes()).isEqualTo(5);
		assertThat(settings.scopePrefix()).isEqualTo("mokuroku-api/");
		assertThat(settings.openapi().title()).isEqualTo("Search");
		assertThat(settings.openapi().description()).isEqualTo("Finds anime");
		assertThat(settings.openapi().version()).isEqualTo("v2");
		assertThat(settings.openapi().authorizationUrl()).hasToString("https://login.example/authorize");
		assertThat(settings.openapi().tokenUrl()).hasToString("https://login.example/token");
	}

	private static WebSettings bind(Map<String, Object> properties) {
		return Binder.get(environment(properties)).bindOrCreate("mokuroku.web", WebSettings.class);
	}

	private static StandardEnvironment environment(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		SharedDefaults defaults = new SharedDefaults();
		defaults.postProcessEnvironment(environment, new SpringApplication());
		defaults.postProcessEnvironment(environment, new SpringApplication());
		return environment;
	}

}

package io.mokuroku.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts {@code mokuroku-defaults.properties} behind every other source of properties.
 * Metrics are pushed only where an OTLP endpoint is named, because the registry would
 * otherwise call a collector on the local machine every minute.
 * {@code mokuroku.telemetry.endpoint}, the address of a collector without a path, names
 * one for traces, logs and metrics that have none of their own; if it is empty, none.
 */
final class SharedDefaults implements EnvironmentPostProcessor, Ordered {

	private static final String FILE = "mokuroku-defaults.properties";

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.getPropertySources().contains(FILE)) {
			return;
		}
		String collector = environment.getProperty("mokuroku.telemetry.endpoint", "");
		if (!collector.isBlank()) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("mokuroku-telemetry",
						Map.of("management.opentelemetry.tracing.export.otlp.endpoint", collector + "/v1/traces",
								"management.opentelemetry.logging.export.otlp.endpoint", collector + "/v1/logs",
								"management.otlp.metrics.export.url", collector + "/v1/metrics")));
		}
		if (environment.containsProperty("management.otlp.metrics.export.url")) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("mokuroku-otlp-metrics",
						Map.of("management.otlp.metrics.export.enabled", "true")));
		}
		try {
			environment.getPropertySources()
				.addLast(new ResourcePropertySource(FILE,
						new ClassPathResource(FILE, SharedDefaults.class.getClassLoader())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + FILE, ex);
		}
	}

}
